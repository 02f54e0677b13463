import type { SingleKey } from '#utils/domain/fact-catalogue.ts'
import { PartFields } from '../components/fields.tsx'
import { usePart } from '../components/part-panel.tsx'
import { Card, ScreenHead } from '../components/screen-head.tsx'
import { Awaited, Empty, Partial } from '../components/states.tsx'
import { cx } from '../cx.ts'

const PANELS: readonly { title: string; look: 'pairs' | 'outlined'; keys: readonly SingleKey[] }[] = [
  {
    title: 'Sygemelding',
    look: 'outlined',
    keys: ['sick.firstDay', 'sick.firstMunicipalDay', 'sick.employer', 'sick.pNumber', 'sick.extent', 'sick.category', 'sick.recovered'],
  },
  {
    title: 'Forventning og opfølgning',
    look: 'pairs',
    keys: [
      'sick.formSent',
      'sick.formReturned',
      'sick.expectedReturn',
      'sick.employeeExpectsWeeks',
      'sick.employerExpectsWeeks',
      'sick.specialFollowUp',
      'sick.followUpCount',
      'sick.statusCertificate',
    ],
  },
  {
    title: 'Varighed og ophør',
    look: 'outlined',
    keys: [
      'sick.paidWeeks',
      'sick.revaluation',
      'sick.revaluationDone',
      'sick.extensionRule',
      'sick.stopDate',
      'sick.stopDecided',
      'sick.stopHearingSent',
      'sick.statusRequested',
      'sick.earlyRequested',
      'sick.certificateWished',
      'sick.le285Requested',
      'sick.le285Deadline',
      'sick.standby',
      'sick.incapacityAssessed',
      'sick.paidWeeks12',
      'sick.extensionFrom',
      'sick.extensionTo',
    ],
  },
]

export function Sickness({ guid }: { guid: string }) {
  const part = usePart(guid, 'sick')
  return (
    <>
      <ScreenHead title="Sygedagpenge" />
      <Awaited of={part} lines={8}>
        {({ facts, partial }) =>
          Object.keys(facts).length === 0 && !partial ? (
            <Empty>Borgeren har ingen sygedagpengesag.</Empty>
          ) : (
            <div className={cx('wideStack')}>
              {partial && <Partial />}
              {PANELS.map(({ title, look, keys }) => (
                <Card key={title} title={title}>
                  <PartFields facts={facts} keys={keys} look={look} />
                </Card>
              ))}
              <Card title="Udbetaling (KSD)">
                <iframe className={cx('smallFrame')} sandbox="" src="/ksd/udbetaling.html" title="Udbetaling fra KSD" />
              </Card>
            </div>
          )
        }
      </Awaited>
    </>
  )
}
