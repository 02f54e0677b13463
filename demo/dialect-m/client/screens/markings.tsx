import { useState } from 'react'
import { word } from '#demo/labels.ts'
import type { SingleFacts } from '#demo/server/api.ts'
import { ask, settle } from '../api.ts'
import { Button } from '../components/button.tsx'
import { Outlined, OutlinedText } from '../components/fields.tsx'
import { usePart } from '../components/part-panel.tsx'
import { Awaited, Failed } from '../components/states.tsx'
import { cx } from '../cx.ts'
import { useSession } from '../session.ts'
import { labelOf, shown } from '../words.ts'

/** "Kommunens markeringer": notes that the municipality wants seen first. */
export function Markings({ guid }: { guid: string }) {
  const part = usePart(guid, 'citizen')
  const [editing, setEditing] = useState(false)
  return (
    <Awaited of={part}>
      {({ facts }) =>
        editing ? (
          <Edit
            guid={guid}
            facts={facts}
            onDone={() => {
              setEditing(false)
              part.reload()
            }}
          />
        ) : (
          <Read facts={facts} onEdit={() => setEditing(true)} />
        )
      }
    </Awaited>
  )
}

function Read({ facts, onEdit }: { facts: SingleFacts; onEdit: () => void }) {
  const { steering } = useSession()
  const text = (key: 'citizen.obsNote1' | 'citizen.obsNote2' | 'citizen.obsNote2Until') => shown(key, facts[key], steering)
  return (
    <div className={cx('stack')}>
      {facts['citizen.obsNote1'] !== undefined && (
        <OutlinedText label={labelOf('citizen.obsNote1', steering.labels)} value={text('citizen.obsNote1')} name="importantNote1" />
      )}
      {facts['citizen.obsNote2'] !== undefined && (
        <OutlinedText label={labelOf('citizen.obsNote2', steering.labels)} value={text('citizen.obsNote2')} name="importantNote2" />
      )}
      {facts['citizen.obsNote2Until'] !== undefined && (
        <Outlined
          label={labelOf('citizen.obsNote2Until', steering.labels)}
          value={text('citizen.obsNote2Until')}
          name="importantNote2EndDate"
        />
      )}
      <div>
        <Button onClick={onEdit}>{word('edit', steering.labels)}</Button>
      </div>
    </div>
  )
}

function Edit({ guid, facts, onDone }: { guid: string; facts: SingleFacts; onDone: () => void }) {
  const { steering } = useSession()
  const [notes, setNotes] = useState({
    one: String(facts['citizen.obsNote1'] ?? ''),
    two: String(facts['citizen.obsNote2'] ?? ''),
    until: String(facts['citizen.obsNote2Until'] ?? ''),
  })
  const [failed, setFailed] = useState(false)
  const save = () => {
    const values = {
      'citizen.obsNote1': notes.one || null,
      'citizen.obsNote2': notes.two || null,
      'citizen.obsNote2Until': notes.until || null,
    }
    void settle(ask(`/api/case/${guid}/citizen`, { body: { values } }), onDone, () => setFailed(true))
  }
  return (
    <div className={cx('stack')}>
      {failed && <Failed status={500} retry={save} />}
      <label className={cx('control')}>
        OBS-note 1
        <textarea
          className={cx('input')}
          name="importantNote1"
          rows={2}
          value={notes.one}
          onChange={(event) => setNotes({ ...notes, one: event.target.value })}
        />
      </label>
      <label className={cx('control')}>
        OBS-note 2
        <textarea
          className={cx('input')}
          name="importantNote2"
          rows={2}
          value={notes.two}
          onChange={(event) => setNotes({ ...notes, two: event.target.value })}
        />
      </label>
      <label className={cx('control')}>
        OBS-note 2: Vises indtil
        <input
          className={cx('input')}
          type="date"
          name="importantNote2EndDate"
          value={notes.until}
          onChange={(event) => setNotes({ ...notes, until: event.target.value })}
        />
      </label>
      <div className={cx('bar')}>
        <Button look="primary" onClick={save}>
          {word('save', steering.labels)}
        </Button>
        <Button onClick={onDone}>{word('cancel', steering.labels)}</Button>
      </div>
    </div>
  )
}
