import { groupLabel } from '#demo/labels.ts'
import { keysOfGroup, type SingleKey } from '#utils/domain/fact-catalogue.ts'
import { PartFields } from '../components/fields.tsx'
import { GroupCard } from '../components/group-card.tsx'
import { useList } from '../components/group-grid.tsx'
import { PartPanel, usePart } from '../components/part-panel.tsx'
import { Card, ScreenHead } from '../components/screen-head.tsx'
import { Awaited, Empty, Partial } from '../components/states.tsx'
import { cx } from '../cx.ts'
import { useSession } from '../session.ts'

export function MyPlan({ guid }: { guid: string }) {
  const { steering } = useSession()
  const plan = usePart(guid, 'plan')
  const agreements = useList(guid, 'agreement')
  return (
    <>
      <ScreenHead title="Min Plan" />
      <div className={cx('wideStack')}>
        <Card title="Mål">
          <PartPanel part={plan} look="pairs" empty="Der er ingen plan." keys={keysOfGroup('plan') as readonly SingleKey[]} />
        </Card>
        <GroupCard guid={guid} group="cv" />
        <GroupCard guid={guid} group="integration" />
        <Card title={groupLabel('agreement', steering.labels)}>
          <Awaited of={agreements}>
            {({ rows, partial }) => (
              <>
                {partial && <Partial />}
                {rows.length === 0 && <Empty>Ingen aftaler.</Empty>}
                <ul className={cx('ruledList')}>
                  {rows.map((row) => (
                    <li key={row.id}>
                      <PartFields
                        facts={row}
                        look="pairs"
                        keys={['agreement.text', 'agreement.owner', 'agreement.due', 'agreement.status']}
                      />
                    </li>
                  ))}
                </ul>
              </>
            )}
          </Awaited>
        </Card>
      </div>
    </>
  )
}
