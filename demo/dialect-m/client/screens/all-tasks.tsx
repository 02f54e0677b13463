import type { TasksAnswer } from '#demo/server/api.ts'
import { columnsOf } from '../columns.tsx'
import { Grid, type Column } from '../components/grid.tsx'
import { Link } from '../components/link.tsx'
import { ScreenHead } from '../components/screen-head.tsx'
import { Empty, Failed, Skeleton } from '../components/states.tsx'
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
  const person: Column<TaskOfPerson> = {
    field: 'borger', header: 'Borger', min: 230, grow: 1,
    cell: ({ person: { guid, name, cpr } }) => <Link to={`/borger/${guid}/opgaver`} className={cx('titleButton')}>{`${name} (${shownCpr(cpr, steering.maskCpr)})`}</Link>,
  }
  const tasks = columnsOf(['task.title', 'task.category', 'task.due', 'task.status', 'task.owner', 'task.source'], steering, { 'task.due': dueCell(today) })
  const columns = [person, ...tasks.map((column): Column<TaskOfPerson> => ({
    ...column, cell: ({ row }) => column.cell(row), utc: ({ row }) => column.utc?.(row),
  }))]
  return (
    <>
      <ScreenHead title="Opgaver" lead="Dine og teamets åbne opgaver." />
      {pages.failed !== null && <Failed status={pages.failed} retry={pages.reload} />}
      {pages.failed === null && pages.total === null && <Skeleton lines={8} />}
      {pages.failed === null && pages.total === 0 && <Empty>Ingen opgaver.</Empty>}
      {pages.failed === null && pages.total !== null && pages.total > 0 && (
        <Grid label="Opgaver" noun="opgave|opgaver" windowed={steering.virtual} columns={columns} rows={pages.rows} total={pages.total} rowId={({ person: { guid }, row }) => `${guid}/${row.id}`} onEnd={pages.loadMore} />
      )}
    </>
  )
}
