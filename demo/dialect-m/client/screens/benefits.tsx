import { groupLabel, shownYesNo } from '#demo/labels.ts'
import type { ListRow } from '../columns.tsx'
import { GroupCard } from '../components/group-card.tsx'
import { useList } from '../components/group-grid.tsx'
import { ScreenHead } from '../components/screen-head.tsx'
import { Awaited, Empty, Partial } from '../components/states.tsx'
import { cx } from '../cx.ts'
import { useSession } from '../session.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'Maj', 'Jun', 'Jul', 'Aug', 'Sep', 'Okt', 'Nov', 'Dec']

/** Year by month, a code in each cell; the rest stands in the tooltip only. */
export function Benefits({ guid }: { guid: string }) {
  const { steering } = useSession()
  const list = useList(guid, 'benefit')
  return (
    <>
      <ScreenHead title={groupLabel('benefit', steering.labels)} lead="Peg på en kode for at se mere." />
      <Awaited of={list}>
        {({ rows, partial }) => (
          <>
            {partial && <Partial />}
            {rows.length === 0 ? <Empty>Ingen forsørgelse registreret.</Empty> : <Matrix rows={rows} />}
          </>
        )}
      </Awaited>
      <div className={cx('wideStack')}>
        <GroupCard guid={guid} group="cash" />
        <GroupCard guid={guid} group="flex" />
      </div>
    </>
  )
}

function Matrix({ rows }: { rows: readonly ListRow[] }) {
  const byMonth = new Map(rows.map((row) => [String(row['benefit.month']), row]))
  const years = [...new Set([...byMonth.keys()].map((month) => month.slice(0, 4)))].toSorted().toReversed()
  return (
    <div className={cx('matrixWrap')}>
      <table className={cx('MuiTable-root', 'matrix')}>
        <thead>
          <tr>
            <th scope="col">År</th>
            {MONTHS.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {years.map((year) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              {MONTHS.map((name, index) => (
                <td key={name}>
                  <MonthCell row={byMonth.get(`${year}-${String(index + 1).padStart(2, '0')}`)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function MonthCell({ row }: { row: ListRow | undefined }) {
  if (!row) return null
  const used = row['benefit.use225']
  const title =
    typeof used === 'boolean' ? `${String(row['benefit.month'])}: 225-timersregel brugt: ${shownYesNo(used)}` : String(row['benefit.month'])
  return (
    <span className={cx('matrixCode')} title={title}>
      {String(row['benefit.category'] ?? '')}
    </span>
  )
}
