import { groupLabel } from '#demo/labels.ts'
import { Accordion } from '../components/accordion.tsx'
import { useList } from '../components/group-grid.tsx'
import { PartPanel, usePart } from '../components/part-panel.tsx'
import { Card, ScreenHead } from '../components/screen-head.tsx'
import { Awaited, Empty, Partial } from '../components/states.tsx'
import { StatusChip } from '../components/status.tsx'
import { cx } from '../cx.ts'
import { useSession } from '../session.ts'
import { shown } from '../words.ts'
import { Section } from './section.tsx'

/** The plan form: facts beside it, and sections whose text is not mounted until it is opened. */
export function PrepPlan({ guid }: { guid: string }) {
  const { steering } = useSession()
  const prep = usePart(guid, 'prep')
  const sections = useList(guid, 'section')
  return (
    <>
      <ScreenHead title="Afklaring og plan" />
      <div className={cx('wideStack')}>
        <Card title={groupLabel('prep', steering.labels)}>
          <PartPanel
            part={prep}
            look="pairs"
            empty="Der er ingen plan i gang."
            keys={[
              'prep.template',
              'prep.subject',
              'prep.status',
              'prep.pages',
              'prep.pageLimit',
              'prep.meetingDate',
              'prep.hearingSent',
              'prep.le265',
              'prep.le265Requested',
              'prep.adviceRequested',
              'prep.adviceReceived',
              'prep.decisionDrafted',
              'prep.citizenComments',
            ]}
          />
        </Card>
        <section aria-label={groupLabel('section', steering.labels)} className={cx('stack')}>
          <h3 className={cx('cardTitle')}>{groupLabel('section', steering.labels)}</h3>
          <Awaited of={sections}>
            {({ rows, partial }) => (
              <>
                {partial && <Partial />}
                {rows.length === 0 && <Empty>Ingen afsnit.</Empty>}
                {rows.map((row) => (
                  <Accordion
                    key={row.id}
                    title={shown('section.title', row['section.title'], steering)}
                    badge={<StatusChip status={shown('section.status', row['section.status'], steering)} />}
                  >
                    {() => <Section guid={guid} row={row} onSaved={sections.reload} />}
                  </Accordion>
                ))}
              </>
            )}
          </Awaited>
        </section>
      </div>
    </>
  )
}
