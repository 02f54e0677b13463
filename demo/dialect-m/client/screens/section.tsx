import { useState } from 'react'
import { word } from '#demo/labels.ts'
import { FACT_CATALOGUE } from '#utils/domain/fact-catalogue.ts'
import { ask, settle } from '../api.ts'
import type { ListRow } from '../columns.tsx'
import { Button } from '../components/button.tsx'
import { Editor } from '../components/editor.tsx'
import { SelectField } from '../components/form.tsx'
import { Icon } from '../components/icon.tsx'
import { Failed } from '../components/states.tsx'
import { cx } from '../cx.ts'
import { useSession } from '../session.ts'

/** One section of the plan form, opened: its text as a rich text field that is written in place. */
export function Section({ guid, row, onSaved }: { guid: string; row: ListRow; onSaved: () => void }) {
  const { steering } = useSession()
  const [text, setText] = useState(String(row['section.text'] ?? ''))
  const [status, setStatus] = useState(String(row['section.status'] ?? 'Ikke begyndt'))
  const [failed, setFailed] = useState(false)
  const save = () => {
    const values = { 'section.text': text, 'section.status': status }
    void settle(ask(`/api/case/${guid}/section`, { body: { id: row.id, values } }), onSaved, () => setFailed(true))
  }
  return (
    <div className={cx('stack')}>
      {failed && <Failed status={500} retry={save} />}
      <Editor label="Tekst" value={text} onChange={setText} />
      <div className={cx('bar')}>
        <span className={cx('iconLine')}>
          <Icon name="circle-question" size={16} />
          <span className={cx('lead')}>{`Beskriv og dokumentér. ${text.length} tegn.`}</span>
        </span>
      </div>
      <div className={cx('bar')}>
        <SelectField
          label="Afsnittets status"
          name="sectionStatus"
          value={status}
          onChange={setStatus}
          options={FACT_CATALOGUE.section.facts.status.values}
        />
        <Button look="primary" onClick={save}>{`${word('save', steering.labels)} afsnit`}</Button>
      </div>
    </div>
  )
}
