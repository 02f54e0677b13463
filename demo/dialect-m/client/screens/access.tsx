import { useState } from 'react'
import { groupLabel } from '#demo/labels.ts'
import type { ListPart } from '#demo/server/api.ts'
import { columnsOf, type ListRow } from '../columns.tsx'
import { Grid, type Column } from '../components/grid.tsx'
import { PartPanel, usePart } from '../components/part-panel.tsx'
import { Card, ScreenHead } from '../components/screen-head.tsx'
import { AwaitedPages } from '../components/states.tsx'
import { cx } from '../cx.ts'
import { useSession } from '../session.ts'
import { usePages } from '../use-pages.ts'

/** One access request, and the documents that go out with it. What is ticked lives here only: a reload loses it. */
export function Access({ guid }: { guid: string }) {
  const { steering } = useSession()
  const part = usePart(guid, 'access')
  return (
    <>
      <ScreenHead title={groupLabel('access', steering.labels)} />
      <div className={cx('wideStack')}>
        <Card title="Anmodning">
          <PartPanel
            part={part}
            look="outlined"
            empty="Der er ingen anmodning om aktindsigt."
            keys={[
              'access.requestId',
              'access.law',
              'access.requester',
              'access.received',
              'access.dueBy',
              'access.decided',
              'access.noticeSent',
              'access.scope',
              'access.period',
              'access.screened',
              'access.delivered',
            ]}
          />
        </Card>
        {part.data && Object.keys(part.data.facts).length > 0 && <Composer guid={guid} />}
      </div>
    </>
  )
}

function Composer({ guid }: { guid: string }) {
  const { steering } = useSession()
  const pages = usePages<ListPart['rows'][number]>(`/api/case/${guid}/part/doc`)
  const [included, setIncluded] = useState<ReadonlySet<string>>(new Set())
  const toggle = (id: string) => setIncluded((now) => new Set(now.has(id) ? [...now].filter((other) => other !== id) : [...now, id]))
  const sides = pages.rows.filter(({ id }) => included.has(id)).reduce((sum, row) => sum + Number(row['doc.pages'] ?? 0), 0)
  return (
    <Card title="Udvælg dokumenter" action={<span className={cx('MuiChip-root', 'chip')}>{`${included.size} valgt, ${sides} sider`}</span>}>
      <AwaitedPages of={pages} empty="Ingen dokumenter.">
        {(total) => (
          <Grid
            label="Dokumenter til aktindsigt"
            noun="dokument|dokumenter"
            windowed={steering.virtual}
            rows={pages.rows}
            total={total}
            rowId={(row) => row.id}
            onEnd={pages.loadMore}
            columns={[tickColumn(included, toggle), ...columnsOf(['doc.title', 'doc.docType', 'doc.date', 'doc.pages'], steering)]}
          />
        )}
      </AwaitedPages>
    </Card>
  )
}

function tickColumn(included: ReadonlySet<string>, toggle: (id: string) => void): Column<ListRow> {
  return {
    field: 'medtag',
    header: 'Medtag',
    min: 84,
    cell: (row) => <input type="checkbox" aria-label="Medtag" checked={included.has(row.id)} onChange={() => toggle(row.id)} />,
  }
}
