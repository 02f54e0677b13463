import type { TasksAnswer } from '#demo/server/api.ts'
import type { Steering } from '#demo/server/steering.ts'
import { columnsOf } from '../columns.tsx'
import { Grid, type Column } from '../components/grid.tsx'
import { Link } from '../components/link.tsx'
import { ScreenHead } from '../components/screen-head.tsx'
import { AwaitedPages } from '../components/states.tsx'
import { cx } from '../cx.ts'
import { useSession } from '../session.ts'
import { usePages } from '../use-pages.ts'
import { useTitle } from '../use-title.ts'
import { shownCpr } from '../words.ts'
import { dueCell } from './tasks.tsx'

type TaskOfPerson = TasksAnswer['rows'][number]

/** Tasks of several citizens. */
export function AllTasks() {
  useTitle('Opgaver')
  const { steering, today } = useSession()
  const pages = usePages<TaskOfPerson>('/api/tasks')
  return (
    <>
      <ScreenHead title="Opgaver" lead="Dine og teamets åbne opgaver." />
      <AwaitedPages of={pages} empty="Ingen opgaver.">
        {(total) => (
          <Grid
            label="Opgaver"
            noun="opgave|opgaver"
            windowed={steering.virtual}
            columns={columnsFor(steering, today)}
            rows={pages.rows}
            total={total}
            rowId={({ person, row }) => `${person.guid}/${row.id}`}
            onEnd={pages.loadMore}
          />
        )}
      </AwaitedPages>
    </>
  )
}

function columnsFor(steering: Steering, today: string): readonly Column<TaskOfPerson>[] {
  const person: Column<TaskOfPerson> = {
    field: 'borger',
    header: 'Borger',
    min: 320,
    grow: 1,
    cell: ({ person: { guid, name, cpr } }) => (
      <Link to={`/borger/${guid}/opgaver`} className={cx('titleButton')}>{`${name} (${shownCpr(cpr, steering.maskCpr)})`}</Link>
    ),
  }
  const tasks = columnsOf(['task.title', 'task.category', 'task.due', 'task.status', 'task.owner', 'task.source'], steering, {
    'task.due': dueCell(today),
  })
  return [
    person,
    ...tasks.map((column): Column<TaskOfPerson> => ({
      ...column,
      cell: ({ row }) => column.cell(row),
      utc: ({ row }) => column.utc?.(row),
    })),
  ]
}
