import { useState } from 'react'
import { word } from '#demo/labels.ts'
import { FACT_CATALOGUE, type ListGroup } from '#utils/domain/fact-catalogue.ts'
import type { FactValue } from '#utils/domain/fact.ts'
import { ask, settle } from '../api.ts'
import { Button } from '../components/button.tsx'
import { AreaField, SelectField, TextField } from '../components/form.tsx'
import { Modal } from '../components/overlays.tsx'
import { Failed } from '../components/states.tsx'
import { cx } from '../cx.ts'
import { useSession } from '../session.ts'

interface FormProps {
  readonly guid: string
  readonly onClose: () => void
  readonly onSaved: () => void
}

interface Entry {
  readonly key: string
  readonly name: string
  readonly label: string
  readonly kind: 'text' | 'date' | 'number' | 'area' | readonly string[]
}

/** A party hearing: what is decided on, why, and by when the citizen can answer. */
export function HearingForm(props: FormProps) {
  const { today } = useSession()
  return (
    <RowForm
      {...props}
      title="Ny partshøring"
      group="decision"
      fixed={{ 'decision.status': 'Kladde', 'decision.adverse': true, 'decision.partshøringSent': today }}
      entries={[
        { key: 'decision.type', name: 'decisionType', label: 'Afgørelsestype', kind: FACT_CATALOGUE.decision.facts.type.values },
        { key: 'decision.lawRef', name: 'legalBasis', label: 'Lovgrundlag', kind: 'text' },
        { key: 'decision.deadline', name: 'replyBy', label: 'Svarfrist', kind: 'date' },
        { key: 'decision.reasons', name: 'reasoning', label: 'Begrundelse', kind: 'area' },
      ]}
    />
  )
}

/** A new offer. */
export function OfferForm(props: FormProps) {
  return (
    <RowForm
      {...props}
      title="Bevilg tilbud"
      group="offer"
      fixed={{ 'offer.status': 'Planlagt', 'offer.cvr': null, 'offer.pNumber': null, 'offer.vitasId': null, 'offer.granted': null }}
      entries={[
        {
          key: 'offer.type',
          name: 'offerType',
          label: 'Type',
          kind: [
            'Virksomhedspraktik',
            'Vejledning og opkvalificering',
            'Løntilskud',
            'Nytteindsats',
            'Mentor',
            '6 ugers jobrettet uddannelse',
          ],
        },
        { key: 'offer.provider', name: 'provider', label: 'Leverandør/virksomhed', kind: 'text' },
        { key: 'offer.start', name: 'start', label: 'Start', kind: 'date' },
        { key: 'offer.end', name: 'end', label: 'Slut', kind: 'date' },
        { key: 'offer.hoursPerWeek', name: 'hours', label: 'Timer/uge', kind: 'number' },
        { key: 'offer.purpose', name: 'purpose', label: 'Formål', kind: 'area' },
      ]}
    />
  )
}

interface RowFormProps extends FormProps {
  readonly title: string
  readonly group: ListGroup
  readonly entries: readonly Entry[]
  readonly fixed: Readonly<Record<string, FactValue>>
}

function RowForm({ guid, title, group, entries, fixed, onClose, onSaved }: RowFormProps) {
  const { steering } = useSession()
  const [values, setValues] = useState<Readonly<Record<string, string>>>({})
  const [failed, setFailed] = useState(false)
  const save = () => {
    const typed = Object.fromEntries(entries.map(({ key, kind }) => [key, asValue(values[key] ?? firstOf(kind), kind)]))
    void settle(ask(`/api/case/${guid}/${group}`, { body: { values: { ...fixed, ...typed } } }), onSaved, () => setFailed(true))
  }
  return (
    <Modal
      title={title}
      onClose={onClose}
      foot={
        <>
          <span />
          <Button onClick={onClose}>{word('cancel', steering.labels)}</Button>
          <Button look="primary" onClick={save}>
            {word('save', steering.labels)}
          </Button>
        </>
      }
    >
      {failed && <Failed status={500} retry={save} />}
      <div className={cx('formGrid')}>
        {entries.map((entry) => (
          <EntryField
            key={entry.key}
            entry={entry}
            value={values[entry.key] ?? firstOf(entry.kind)}
            onChange={(value) => setValues((now) => ({ ...now, [entry.key]: value }))}
          />
        ))}
      </div>
    </Modal>
  )
}

function EntryField({ entry: { name, label, kind }, value, onChange }: { entry: Entry; value: string; onChange: (value: string) => void }) {
  if (kind === 'area') return <AreaField label={label} name={name} value={value} onChange={onChange} />
  if (typeof kind === 'string') return <TextField label={label} name={name} type={kind} value={value} onChange={onChange} />
  return <SelectField label={label} name={name} value={value} onChange={onChange} options={kind} />
}

function firstOf(kind: Entry['kind']): string {
  return typeof kind === 'string' ? '' : (kind[0] ?? '')
}

function asValue(text: string, kind: Entry['kind']): FactValue {
  if (text.trim() === '') return null
  return kind === 'number' ? Number(text) : text.trim()
}
