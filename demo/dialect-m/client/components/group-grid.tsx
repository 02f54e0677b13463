import type { ListPart } from '#demo/server/api.ts'
import type { ListGroup, RowFactKey } from '#utils/domain/fact-catalogue.ts'
import { columnsOf, type Cells, type ListRow } from '../columns.tsx'
import { useSession } from '../session.ts'
import { useResource, type Resource } from '../use-resource.ts'
import { Grid } from './grid.tsx'
import { Awaited, Empty, Partial } from './states.tsx'

/** All rows of a list that is never long: one request. */
export function useList(guid: string, group: ListGroup): Resource<ListPart> {
  return useResource<ListPart>(`/api/case/${guid}/part/${group}?offset=0&limit=500`)
}

interface GroupGridProps {
  readonly list: Resource<ListPart>
  readonly keys: readonly RowFactKey[]
  readonly label: string
  readonly noun: string
  readonly empty: string
  readonly cells?: Cells
  readonly only?: (row: ListRow) => boolean
}

/** A list as an ARIA grid with all its rows in the DOM. */
export function GroupGrid({ list, keys, label, noun, empty, cells, only }: GroupGridProps) {
  const { steering } = useSession()
  return (
    <Awaited of={list}>
      {({ rows, total, partial }) => {
        const chosen = only ? rows.filter(only) : rows
        return (
          <>
            {partial && <Partial />}
            {chosen.length === 0 ? (
              <Empty>{empty}</Empty>
            ) : (
              <Grid
                label={label}
                columns={columnsOf(keys, steering, cells)}
                rows={chosen}
                total={only ? chosen.length : total}
                rowId={(row) => row.id}
                noun={noun}
              />
            )}
          </>
        )
      }}
    </Awaited>
  )
}
