import type { ReactNode } from 'react'
import { groupLabel } from '#demo/labels.ts'
import type { ListRow } from '../columns.tsx'
import { GroupGrid, useList } from '../components/group-grid.tsx'
import { ScreenHead } from '../components/screen-head.tsx'
import { cx } from '../cx.ts'
import { useSession } from '../session.ts'

/** An overdue task is told by red text and nothing else. */
export function dueCell(today: string): (row: ListRow, text: string) => ReactNode {
  return (row, text) => {
    const due = row['task.due']
    const open = row['task.status'] === 'Planlagt' || row['task.status'] === 'I gang'
    return open && typeof due === 'string' && due < today ? <span className={cx('overdue')}>{text}</span> : text
  }
}

export function Tasks({ guid }: { guid: string }) {
  const { steering, today } = useSession()
  const list = useList(guid, 'task')
  return (
    <>
      <ScreenHead title={groupLabel('task', steering.labels)} />
      <GroupGrid
        list={list}
        label="Opgaver"
        noun="opgave|opgaver"
        empty="Ingen opgaver."
        cells={{ 'task.due': dueCell(today) }}
        keys={['task.title', 'task.category', 'task.due', 'task.status', 'task.caseType', 'task.owner', 'task.team', 'task.source']}
      />
    </>
  )
}
