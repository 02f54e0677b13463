import { useState } from 'react'
import { groupLabel, word } from '#demo/labels.ts'
import type { ListPart } from '#demo/server/api.ts'
import type { RowFactKey } from '#utils/domain/fact-catalogue.ts'
import { ask, settle } from '../api.ts'
import type { ListRow } from '../columns.tsx'
import { Button } from '../components/button.tsx'
import { Pair, utcOf } from '../components/fields.tsx'
import { GroupGrid, useList } from '../components/group-grid.tsx'
import { Link } from '../components/link.tsx'
import { Snackbar } from '../components/overlays.tsx'
import { PartPanel, usePart } from '../components/part-panel.tsx'
import { Card, ScreenHead } from '../components/screen-head.tsx'
import { Awaited, Empty } from '../components/states.tsx'
import { StatusChip } from '../components/status.tsx'
import { cx } from '../cx.ts'
import { navigate } from '../router.ts'
import { useSession } from '../session.ts'
import type { Resource } from '../use-resource.ts'
import { labelOf, shown } from '../words.ts'
import { MeetingForm } from './meeting-form.tsx'

const ECHO_MS = 2000

/** Kontaktforløb: deadlines, and the meetings as a timeline of cards. */
export function Contact({ guid, booking }: { guid: string; booking: boolean }) {
  const { steering } = useSession()
  const contact = usePart(guid, 'contact')
  const deadlines = useList(guid, 'deadline')
  const meetings = useList(guid, 'meeting')
  const [told, setTold] = useState<string | null>(null)
  const close = () => navigate(`/borger/${guid}/kontaktforloeb`)
  // The national data base answers a while after: only then do the deadlines move.
  const echo = () =>
    void setTimeout(() => {
      contact.reload()
      deadlines.reload()
    }, ECHO_MS)
  const saved = () => {
    close()
    meetings.reload()
    echo()
  }
  return (
    <>
      <ScreenHead title="Kontaktforløb og samtaler">
        <Button look="primary" onClick={() => navigate(`/borger/${guid}/kontaktforloeb/samtale`)}>
          {word('bookMeeting', steering.labels)}
        </Button>
      </ScreenHead>
      <div className={cx('wideStack')}>
        <Card title={groupLabel('contact', steering.labels)}>
          <PartPanel
            part={contact}
            look="outlined"
            empty="Borgeren har intet kontaktforløb."
            keys={[
              'contact.startDate',
              'contact.handoverDate',
              'contact.nextMeeting',
              'contact.nextDeadline',
              'contact.deadlineType',
              'contact.heldCount',
              'contact.requiredCount',
              'contact.exempted25pct',
              'contact.exemptionReason',
              'contact.exemptionDate',
              'contact.releaseEnd',
              'contact.meetingRequested',
              'contact.workDuty',
              'contact.psychiatricDischarge',
            ]}
          />
        </Card>
        <Card title="Frister">
          <GroupGrid
            list={deadlines}
            label="Frister"
            noun="frist|frister"
            empty="Ingen frister."
            keys={['deadline.type', 'deadline.date', 'deadline.lastHeld', 'deadline.status', 'deadline.selfBooking']}
          />
        </Card>
        <Card title={groupLabel('meeting', steering.labels)}>
          <Timeline
            guid={guid}
            meetings={meetings}
            onRegistered={echo}
            onRefused={() => setTold('Ændringen kunne ikke gemmes og er rullet tilbage.')}
          />
        </Card>
      </div>
      {booking && <MeetingForm guid={guid} onClose={close} onSaved={saved} />}
      {told && <Snackbar text={told} onGone={() => setTold(null)} />}
    </>
  )
}

interface TimelineProps {
  readonly guid: string
  readonly meetings: Resource<ListPart>
  readonly onRegistered: () => void
  readonly onRefused: () => void
}

function Timeline({ guid, meetings, onRegistered, onRefused }: TimelineProps) {
  const registered = () => {
    meetings.reload()
    onRegistered()
  }
  // The new status is shown at once and taken back when the server refuses it.
  const register = (row: ListRow, status: string) => {
    meetings.patch((part) => withStatus(part, row.id, status))
    void settle(ask(`/api/case/${guid}/meeting`, { body: { id: row.id, values: { 'meeting.status': status } } }), registered, () => {
      meetings.patch((part) => withStatus(part, row.id, String(row['meeting.status'])))
      onRefused()
    })
  }
  return (
    <Awaited of={meetings}>
      {({ rows }) =>
        rows.length === 0 ? (
          <Empty>Ingen samtaler.</Empty>
        ) : (
          <ol className={cx('timeline')}>
            {rows.map((row) => (
              <li key={row.id}>
                <MeetingCard guid={guid} row={row} onRegister={(status) => register(row, status)} />
              </li>
            ))}
          </ol>
        )
      }
    </Awaited>
  )
}

const PAIRS: readonly RowFactKey[] = ['meeting.type', 'meeting.form', 'meeting.participants', 'meeting.resets', 'meeting.summoned']

function MeetingCard({ guid, row, onRegister }: { guid: string; row: ListRow; onRegister: (status: string) => void }) {
  const { steering } = useSession()
  const text = (key: RowFactKey) => shown(key, row[key], steering)
  const status = text('meeting.status')
  return (
    <article className={cx('MuiCard-root', 'card')} aria-label={`Samtale ${text('meeting.at')}`}>
      <div className={cx('cardHead')}>
        <h4 className={cx('strong')} data-date={utcOf('meeting.at', row['meeting.at'])}>
          {text('meeting.at')}
        </h4>
        <StatusChip status={status} />
        {status === 'Planlagt' && <Register onRegister={onRegister} />}
      </div>
      <div className={cx('compactFields')}>
        {PAIRS.filter((key) => row[key] !== undefined).map((key) => (
          <Pair key={key} label={labelOf(key, steering.labels)}>
            {text(key)}
          </Pair>
        ))}
        {row['meeting.note'] !== undefined && (
          <Pair label={labelOf('meeting.note', steering.labels)}>
            {row['meeting.note'] === null ? '' : <Link to={`/borger/${guid}/journal?side=0&status=aktive`}>{text('meeting.note')}</Link>}
          </Pair>
        )}
      </div>
    </article>
  )
}

function Register({ onRegister }: { onRegister: (status: string) => void }) {
  return (
    <>
      {(['Afholdt', 'Udeblevet'] as const).map((status) => (
        <Button key={status} look="text" onClick={() => onRegister(status)}>{`Registrér som ${status.toLowerCase()}`}</Button>
      ))}
    </>
  )
}

function withStatus(part: ListPart, id: string, status: string): ListPart {
  return { ...part, rows: part.rows.map((row) => (row.id === id ? { ...row, 'meeting.status': status } : row)) }
}
