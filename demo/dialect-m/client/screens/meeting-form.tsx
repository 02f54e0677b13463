import { useState } from 'react'
import { word } from '#demo/labels.ts'
import { FACT_CATALOGUE } from '#utils/domain/fact-catalogue.ts'
import { ask, settle } from '../api.ts'
import { Button } from '../components/button.tsx'
import { AreaField, CheckField, Control, SelectField, TextField } from '../components/form.tsx'
import { Modal } from '../components/overlays.tsx'
import { Failed } from '../components/states.tsx'
import { cx } from '../cx.ts'
import { useSession } from '../session.ts'
import { DateField } from '../widgets/elements.tsx'

const TYPES = [
  'Jobsamtale',
  'Opfølgningssamtale',
  'CV-samtale',
  'Rådighedssamtale',
  'Fælles jobsamtale',
  'Informationsmøde',
  'Anden samtale',
]
const LETTERS = ['Indkaldelse til jobsamtale', 'Indkaldelse til opfølgning', 'Indkaldelse med tolk', 'Intet brev']

/** Booking of a conversation, with the 25 per cent exemption from the contact rules. A dialog outside `#root`. */
export function MeetingForm({ guid, onClose, onSaved }: { guid: string; onClose: () => void; onSaved: () => void }) {
  const { steering } = useSession()
  const [form, setForm] = useState({
    type: 'Jobsamtale',
    form: 'Personligt fremmøde',
    date: '',
    clock: '09:00',
    length: '45',
    room: '',
    participants: 'Borger, sagsbehandler',
    interpreter: '',
    letter: LETTERS[0] ?? '',
    exempted: false,
    reason: '',
  })
  const [failed, setFailed] = useState(false)
  const put = (name: keyof typeof form) => (value: string | boolean) => setForm((now) => ({ ...now, [name]: value }))
  const save = () => {
    void settle(sendMeeting(guid, form), onSaved, () => setFailed(true))
  }
  const ready = form.exempted ? form.reason.trim() !== '' : form.date !== ''
  return (
    <Modal
      title="Samtale"
      onClose={onClose}
      foot={
        <>
          <span className={cx('lead')}>{form.exempted ? 'Fravalget gælder kravet om jobsamtaler de første seks måneder.' : ''}</span>
          <Button onClick={onClose}>{word('cancel', steering.labels)}</Button>
          <Button look="primary" disabled={!ready} onClick={save}>
            {word('save', steering.labels)}
          </Button>
        </>
      }
    >
      {failed && <Failed status={500} retry={save} />}
      <div className={cx('formGrid')}>
        <SelectField label="Samtaletype" name="meetingType" value={form.type} onChange={put('type')} options={TYPES} />
        <SelectField
          label="Kontaktform"
          name="meetingForm"
          value={form.form}
          onChange={put('form')}
          options={FACT_CATALOGUE.meeting.facts.form.values}
        />
        <Control label="Dato">
          <DateField label="Dato" value={form.date} onChange={put('date')} />
        </Control>
        <TextField label="Kl." name="time" placeholder="tt:mm" value={form.clock} onChange={put('clock')} />
        <TextField label="Varighed (minutter)" name="duration" type="number" value={form.length} onChange={put('length')} />
        <TextField label="Lokale" name="room" value={form.room} onChange={put('room')} />
        <TextField label="Deltagere" name="participants" value={form.participants} onChange={put('participants')} />
        <TextField label="Tolk" name="interpreter" value={form.interpreter} onChange={put('interpreter')} />
        <SelectField label="Indkaldelsesbrev" name="letter" value={form.letter} onChange={put('letter')} options={LETTERS} />
      </div>
      <fieldset className={cx('obs')}>
        <legend className={cx('notchLegend')}>Fravalg</legend>
        <div className={cx('stack')}>
          <CheckField label="Undtag fra kravet (25 pct.)" name="exempt" checked={form.exempted} onChange={put('exempted')} />
          {form.exempted && <AreaField label="Begrundelse" name="exemptReason" value={form.reason} onChange={put('reason')} />}
        </div>
      </fieldset>
    </Modal>
  )
}

interface Booking {
  readonly type: string
  readonly form: string
  readonly date: string
  readonly clock: string
  readonly participants: string
  readonly exempted: boolean
  readonly reason: string
}

async function sendMeeting(guid: string, { type, form, date, clock, participants, exempted, reason }: Booking): Promise<void> {
  if (exempted) {
    await ask(`/api/case/${guid}/contact`, {
      body: { values: { 'contact.exempted25pct': true, 'contact.exemptionReason': reason.trim() } },
    })
    if (date === '') return
  }
  await ask(`/api/case/${guid}/meeting`, {
    body: {
      values: {
        'meeting.at': `${date}T${clock}`,
        'meeting.type': type,
        'meeting.form': form,
        'meeting.status': exempted ? 'Fravalgt' : 'Planlagt',
        'meeting.participants': participants,
        'meeting.resets': type === 'Jobsamtale',
        'meeting.note': null,
      },
    },
  })
}
