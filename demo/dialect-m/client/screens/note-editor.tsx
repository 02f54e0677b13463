import { useContext, useEffect, useEffectEvent, useRef, useState } from 'react'
import { word } from '#demo/labels.ts'
import type { SaveAnswer } from '#demo/server/api.ts'
import { ask } from '../api.ts'
import { Button } from '../components/button.tsx'
import { Editor } from '../components/editor.tsx'
import { CheckField, Control, SelectField, TextField } from '../components/form.tsx'
import { Modal } from '../components/overlays.tsx'
import { Failed } from '../components/states.tsx'
import { cx } from '../cx.ts'
import { HeadContext, useSession } from '../session.ts'
import { DateField } from '../widgets/elements.tsx'
import { NOTE_TEMPLATES, NOTE_TYPES } from './note-templates.ts'

const AUTOSAVE_MS = 30_000

interface Draft {
  readonly title: string
  readonly type: string
  readonly date: string
  readonly clock: string
  readonly visible: boolean
  readonly text: string
}

/** A new note, in a dialog at the end of `body`. A changed draft saves itself every thirty seconds. */
export function NoteEditor({ guid, onSaved, onClose }: { guid: string; onSaved: () => void; onClose: () => void }) {
  const { steering, today } = useSession()
  const [draft, setDraft] = useState<Draft>({ title: '', type: 'Samtalenotat', date: today, clock: '09:00', visible: true, text: '' })
  const put = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }))
  const { save, told, failed } = useSaving(guid, draft, onSaved)
  const saveAndClose = () => void save('Aktiv').then((ok) => ok && onClose())
  return (
    <Modal
      title="Nyt notat"
      onClose={onClose}
      foot={
        <>
          <span className={cx('lead')} role="status">
            {told}
          </span>
          <Button onClick={onClose}>{word('cancel', steering.labels)}</Button>
          <Button onClick={() => void save('Kladde')}>Gem kladde</Button>
          <Button onClick={() => void save('Aktiv')}>{word('save', steering.labels)}</Button>
          <Button look="primary" onClick={saveAndClose}>
            Gem og luk
          </Button>
        </>
      }
    >
      {failed && <Failed status={500} retry={saveAndClose} />}
      <div className={cx('formGrid')}>
        <SelectField
          label="Skabelon"
          name="template"
          value=""
          options={['', ...Object.keys(NOTE_TEMPLATES)]}
          onChange={(name) => put({ text: NOTE_TEMPLATES[name] ?? draft.text })}
        />
        <SelectField label="Notattype" name="noteType" value={draft.type} options={NOTE_TYPES} onChange={(type) => put({ type })} />
        <Control label="Hændelsesdato">
          <DateField label="Hændelsesdato" value={draft.date} onChange={(date) => put({ date })} />
        </Control>
        <TextField label="Kl." name="time" placeholder="tt:mm" value={draft.clock} onChange={(clock) => put({ clock })} />
        <TextField label="Titel" name="title" wide value={draft.title} onChange={(title) => put({ title })} />
      </div>
      <div>
        <div className={cx('editorBar')}>
          <Button look="text" onClick={() => put({ text: `${draft.text}${draft.text === '' ? '' : '\n'}- ` })}>
            Punkt
          </Button>
          <Button look="text" onClick={() => put({ text: '' })}>
            Ryd
          </Button>
        </div>
        <Editor label="Tekst" value={draft.text} onChange={(text) => put({ text })} />
      </div>
      <CheckField label="Synlig for borger" name="visibleToCitizen" checked={draft.visible} onChange={(visible) => put({ visible })} />
    </Modal>
  )
}

function useSaving(guid: string, draft: Draft, onSaved: () => void) {
  const { today, facts } = useSession()
  const head = useContext(HeadContext)
  const fixed = {
    'note.registeredAt': `${today}T12:00`,
    'note.case': head?.facts['case.number'] ?? null,
    'note.author': facts['session.userName'] ?? null,
  }
  const [told, setTold] = useState('')
  const [failed, setFailed] = useState(false)
  const id = useRef<string | null>(null)
  const saved = useRef(draft)

  const save = async (status: 'Aktiv' | 'Kladde'): Promise<boolean> => {
    try {
      const answer = await ask<SaveAnswer>(`/api/case/${guid}/note`, {
        body: { ...(id.current && { id: id.current }), values: { ...fixed, ...noteValues(draft, status) } },
      })
      id.current = answer.id
      saved.current = draft
      setFailed(false)
      onSaved()
      setTold(status === 'Kladde' ? 'Kladde gemt' : 'Gemt')
      return true
    } catch {
      setFailed(true)
      return false
    }
  }

  const autosave = useEffectEvent(() => {
    if (saved.current !== draft) void save('Kladde')
  })
  useEffect(() => {
    const timer = setInterval(() => autosave(), AUTOSAVE_MS)
    return () => clearInterval(timer)
  }, [])
  return { save, told, failed }
}

function noteValues({ title, type, date, clock, visible, text }: Draft, status: string) {
  return {
    'note.title': title.trim() || type,
    'note.noteType': type,
    'note.eventAt': `${date}T${clock || '00:00'}`,
    'note.source': 'Fasit',
    'note.hasAttachment': false,
    'note.status': status,
    'note.body': text,
    'note.visibleToCitizen': visible,
  }
}
