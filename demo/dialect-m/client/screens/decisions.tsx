import { groupLabel } from '#demo/labels.ts'
import type { RowFactKey } from '#utils/domain/fact-catalogue.ts'
import type { ListRow } from '../columns.tsx'
import { Button } from '../components/button.tsx'
import { PartFields } from '../components/fields.tsx'
import { useList } from '../components/group-grid.tsx'
import { Icon } from '../components/icon.tsx'
import { ScreenHead } from '../components/screen-head.tsx'
import { Awaited, Empty, Partial } from '../components/states.tsx'
import { cx } from '../cx.ts'
import { navigate } from '../router.ts'
import { useSession } from '../session.ts'
import { shown } from '../words.ts'
import { HearingForm } from './row-forms.tsx'

const MAIN: readonly RowFactKey[] = [
  'decision.id',
  'decision.type',
  'decision.lawRef',
  'decision.date',
  'decision.adverse',
  'decision.partshøringSent',
  'decision.deadline',
  'decision.answered',
  'decision.outcome',
  'decision.appealGuidance',
  'decision.complaint',
  'decision.reasons',
  'decision.informed',
  'decision.citizenInvolved',
  'decision.missingInfo',
  'decision.cooperationGuided',
  'decision.receivedOn',
  'decision.complaintReceived',
  'decision.reassessed',
  'decision.reasonsRequested',
  'decision.reasonsSent',
  'decision.toRepresentative',
]
const SANCTION: readonly RowFactKey[] = [
  'decision.event',
  'decision.eventDate',
  'decision.guidanceDate',
  'decision.contactAttempt',
  'decision.sanctionType',
  'decision.amount',
  'decision.effectuated',
  'decision.effectFrom',
  'decision.availabilityNote',
  'decision.reasonableGround',
  'decision.contactRestored',
  'decision.deductionDays',
  'decision.priorSanction',
  'decision.extraGuidance',
]

/** Decisions as cards. A draft differs from an issued one by its badge only. */
export function Decisions({ guid, hearing }: { guid: string; hearing: boolean }) {
  const { steering } = useSession()
  const list = useList(guid, 'decision')
  const close = () => navigate(`/borger/${guid}/afgoerelser`)
  return (
    <>
      <ScreenHead title={groupLabel('decision', steering.labels)}>
        <Button look="primary" onClick={() => navigate(`/borger/${guid}/afgoerelser/partshoering`)}>
          Ny partshøring
        </Button>
      </ScreenHead>
      <Awaited of={list}>
        {({ rows, partial }) => (
          <div className={cx('stack')}>
            {partial && <Partial />}
            {rows.length === 0 && <Empty>Ingen afgørelser.</Empty>}
            {rows.map((row) => (
              <DecisionCard key={row.id} row={row} />
            ))}
          </div>
        )}
      </Awaited>
      {hearing && (
        <HearingForm
          guid={guid}
          onClose={close}
          onSaved={() => {
            close()
            list.reload()
          }}
        />
      )}
    </>
  )
}

function DecisionCard({ row }: { row: ListRow }) {
  const { steering } = useSession()
  const status = shown('decision.status', row['decision.status'], steering)
  const isSanction = SANCTION.some((key) => row[key] !== undefined)
  return (
    <article className={cx('MuiCard-root', 'card')}>
      <div className={cx('cardHead')}>
        <h3 className={cx('strong')}>{shown('decision.type', row['decision.type'], steering)}</h3>
        <span className={cx('MuiChip-root', 'chip')} role="img" title={status} aria-label={status}>
          <Icon name={status === 'Udstedt' ? 'envelope' : 'file'} size={14} />
        </span>
      </div>
      <PartFields facts={row} keys={MAIN} look="pairs" />
      {isSanction && (
        <section aria-label="Sanktion" className={cx('subsection')}>
          <PartFields facts={row} keys={SANCTION} look="pairs" />
        </section>
      )}
    </article>
  )
}
