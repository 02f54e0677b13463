import type { RelationsAnswer } from '#demo/server/api.ts'
import { Grid, type Column } from '../components/grid.tsx'
import { Card, ScreenHead } from '../components/screen-head.tsx'
import { Awaited, Empty } from '../components/states.tsx'
import { useResource } from '../use-resource.ts'
import { shownCpr } from '../words.ts'

type Relation = RelationsAnswer['relations'][number]

const COLUMNS: readonly Column<Relation>[] = [
  { field: 'relation', header: 'Relation', min: 130, grow: 1, cell: ({ role }) => role },
  { field: 'navn', header: 'Navn', min: 190, grow: 1, cell: ({ name }) => name },
  { field: 'cpr', header: 'CPR', min: 120, cell: ({ cpr }) => shownCpr(cpr) },
  { field: 'adresse', header: 'Adresse', min: 240, grow: 2, cell: ({ address }) => address },
]

/** Other people in the citizen's life, with CPR numbers of their own. */
export function Relations({ guid }: { guid: string }) {
  const answer = useResource<RelationsAnswer>(`/api/case/${guid}/relations`)
  return (
    <>
      <ScreenHead title="Stamdata og relationer" />
      <Card title="Relationer">
        <Awaited of={answer}>
          {({ relations }) =>
            relations.length === 0 ? (
              <Empty>Ingen registrerede relationer.</Empty>
            ) : (
              <Grid
                label="Relationer"
                noun="person|personer"
                columns={COLUMNS}
                rows={relations}
                total={relations.length}
                rowId={({ role, name }) => `${role} ${name}`}
              />
            )
          }
        </Awaited>
      </Card>
    </>
  )
}
