import { groupLabel } from '#demo/labels.ts'
import { keysOfGroup, type SingleGroup, type SingleKey } from '#utils/domain/fact-catalogue.ts'
import { useSession } from '../session.ts'
import { PartPanel, usePart } from './part-panel.tsx'
import { Card } from './screen-head.tsx'

/** A card with all fields of a group: the lesser parts of a case that have no screen of their own. */
export function GroupCard({ guid, group }: { guid: string; group: SingleGroup }) {
  const { steering } = useSession()
  const part = usePart(guid, group)
  return (
    <Card title={groupLabel(group, steering.labels)}>
      <PartPanel part={part} look="pairs" keys={keysOfGroup(group) as readonly SingleKey[]} />
    </Card>
  )
}
