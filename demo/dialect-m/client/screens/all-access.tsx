import type { AccessAnswer } from '#demo/server/api.ts'
import type { Steering } from '#demo/server/steering.ts'
import type { SingleKey } from '#utils/domain/fact-catalogue.ts'
import { utcOf } from '../components/fields.tsx'
import { Grid, type Column } from '../components/grid.tsx'
import { Link } from '../components/link.tsx'
import { ScreenHead } from '../components/screen-head.tsx'
import { Awaited, Empty } from '../components/states.tsx'
import { cx } from '../cx.ts'
import { useSession } from '../session.ts'
import { useResource } from '../use-resource.ts'
import { useTitle } from '../use-title.ts'
import { labelOf, shown, shownCpr } from '../words.ts'

type Request = AccessAnswer['rows'][number]

const KEYS: readonly (readonly [SingleKey, string, number])[] = [
  ['access.requester', 'anmoder', 150],
  ['access.law', 'grundlag', 210],
  ['access.received', 'modtaget', 124],
  ['access.dueBy', 'frist', 124],
  ['access.decided', 'afgjort', 124],
]

/** Access requests of several citizens. */
export function AllAccess() {
  useTitle('Aktindsigt')
  const { steering } = useSession()
  const answer = useResource<AccessAnswer>('/api/access')
  return (
    <>
      <ScreenHead title="Aktindsigt" lead="Anmodninger om aktindsigt i enheden." />
      <Awaited of={answer} lines={6}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty>Ingen anmodninger.</Empty>
          ) : (
            <Grid
              label="Aktindsigter"
              noun="anmodning|anmodninger"
              columns={columnsFor(steering)}
              rows={rows}
              total={rows.length}
              rowId={({ person: { guid } }) => guid}
            />
          )
        }
      </Awaited>
    </>
  )
}

function columnsFor(steering: Steering): readonly Column<Request>[] {
  return [
    {
      field: 'borger',
      header: 'Borger',
      min: 320,
      grow: 1,
      cell: ({ person: { guid, name, cpr } }) => (
        <Link to={`/borger/${guid}/aktindsigt/1`} className={cx('titleButton')}>{`${name} (${shownCpr(cpr, steering.maskCpr)})`}</Link>
      ),
    },
    ...KEYS.map(([key, field, min]): Column<Request> => ({
      field,
      header: labelOf(key, steering.labels),
      min,
      grow: 1,
      cell: ({ facts }) => shown(key, facts[key], steering),
      utc: ({ facts }) => utcOf(key, facts[key]),
    })),
  ]
}
