import type { SinglePart } from '#demo/server/api.ts'
import type { SingleGroup, SingleKey } from '#utils/domain/fact-catalogue.ts'
import { useResource, type Resource } from '../use-resource.ts'
import { PartFields } from './fields.tsx'
import { Awaited, Empty, Partial } from './states.tsx'

export function usePart(guid: string, group: SingleGroup): Resource<SinglePart> {
  return useResource<SinglePart>(`/api/case/${guid}/part/${group}`)
}

interface PartPanelProps {
  readonly part: Resource<SinglePart>
  readonly keys: readonly SingleKey[]
  readonly look: 'pairs' | 'outlined'
  readonly empty?: string
}

/** The fields of a part, or a sentence when the citizen has no such thing. */
export function PartPanel({ part, keys, look, empty = 'Ingen oplysninger.' }: PartPanelProps) {
  return (
    <Awaited of={part}>
      {({ facts, partial }) => (
        <>
          {partial && <Partial />}
          {Object.keys(facts).length === 0 && !partial ? <Empty>{empty}</Empty> : <PartFields facts={facts} keys={keys} look={look} />}
        </>
      )}
    </Awaited>
  )
}
