import type { NoteAnswer } from '#demo/server/api.ts'
import type { RowFactKey } from '#utils/domain/fact-catalogue.ts'
import { PartFields } from '../components/fields.tsx'
import { Drawer } from '../components/overlays.tsx'
import { RichText } from '../components/rich-text.tsx'
import { Awaited, Empty } from '../components/states.tsx'
import { StatusChip } from '../components/status.tsx'
import { cx } from '../cx.ts'
import { useSession } from '../session.ts'
import { useResource } from '../use-resource.ts'
import { labelOf, shown } from '../words.ts'
import { useDocument } from './documents.tsx'

const PAIRS: readonly RowFactKey[] = [
  'note.title',
  'note.noteType',
  'note.eventAt',
  'note.registeredAt',
  'note.author',
  'note.case',
  'note.source',
  'note.hasAttachment',
  'note.visibleToCitizen',
]

/** One note, whole, in a drawer over the journal. */
export function NoteDrawer({ guid, id, onClose }: { guid: string; id: string; onClose: () => void }) {
  const note = useResource<NoteAnswer>(`/api/case/${guid}/note/${id}`)
  const title = note.data?.row['note.title']
  return (
    <Drawer title={typeof title === 'string' ? title : 'Notat'} onClose={onClose}>
      <Awaited of={note} lines={6}>
        {(answer) => <Note guid={guid} answer={answer} />}
      </Awaited>
    </Drawer>
  )
}

function Note({ guid, answer: { row, attachments } }: { guid: string; answer: NoteAnswer }) {
  const { steering } = useSession()
  const status = shown('note.status', row['note.status'], steering)
  return (
    <article className={cx('wideStack')}>
      {row['note.status'] !== undefined && (
        <div>
          <StatusChip status={status} />
        </div>
      )}
      <PartFields facts={row} keys={PAIRS} look="pairs" />
      <section aria-label={labelOf('note.body', steering.labels)}>
        <RichText text={String(row['note.body'] ?? '')} />
      </section>
      <section aria-label="Bilagsliste">
        <h3 className={cx('cardTitle')}>Bilag</h3>
        {attachments.length === 0 ? (
          <Empty>Ingen bilag.</Empty>
        ) : (
          <ul className={cx('ruledList')}>
            {attachments.map((doc) => (
              <li key={doc.id}>
                <Attachment guid={guid} id={doc.id} name={shown('doc.title', doc['doc.title'], steering)} />
              </li>
            ))}
          </ul>
        )}
      </section>
      {status === 'Annulleret' && <p className={cx('lead')}>Notatet er annulleret og indgår ikke i sagen.</p>}
    </article>
  )
}

function Attachment({ guid, id, name }: { guid: string; id: string; name: string }) {
  const { openButton, viewer } = useDocument(guid, { id, name })
  return (
    <>
      {openButton}
      {viewer}
    </>
  )
}
