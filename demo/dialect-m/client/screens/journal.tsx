import { useEffect, useRef, useState, type ReactNode } from 'react'
import { word } from '#demo/labels.ts'
import type { ListPart, NoteAnswer } from '#demo/server/api.ts'
import { columnsOf, type ListRow } from '../columns.tsx'
import { Button } from '../components/button.tsx'
import { Grid, type Column } from '../components/grid.tsx'
import { Icon } from '../components/icon.tsx'
import { Link } from '../components/link.tsx'
import { RichText } from '../components/rich-text.tsx'
import { ScreenHead } from '../components/screen-head.tsx'
import { Awaited, AwaitedPages } from '../components/states.tsx'
import { SelectField } from '../components/form.tsx'
import { cx } from '../cx.ts'
import { navigate, usePlace } from '../router.ts'
import { useSession } from '../session.ts'
import { usePages } from '../use-pages.ts'
import { useResource } from '../use-resource.ts'
import { DocumentGrid } from './documents.tsx'
import { NoteDrawer } from './note-drawer.tsx'
import { NoteEditor } from './note-editor.tsx'

const STATUSES = { aktive: 'Aktive', annullerede: 'Annullerede', alle: 'Alle' } as const
/** The same to the server. */
const ASKED = { aktive: 'Aktiv', annullerede: 'Annulleret', alle: 'Alle' } as const
type StatusFilter = keyof typeof STATUSES

/** Journal & Dokumenter: one screen for notes and documents; a note opens as a drawer over it. */
export function Journal({ guid, rest }: { guid: string; rest: readonly string[] }) {
  const { steering } = useSession()
  const { query } = usePlace()
  const [status, setStatus] = useState<StatusFilter>('aktive')
  const asked = query.get('status')
  const filter: StatusFilter = asked === 'aktive' || asked === 'annullerede' || asked === 'alle' ? asked : status
  const documents = query.get('visning') === 'dokumenter'
  const [written, setWritten] = useState(0)
  const home = `/borger/${guid}/journal?side=0&status=${filter}`
  const noteId = rest[0]
  return (
    <>
      <ScreenHead title="Journal & Dokumenter">
        <Button look="primary" onClick={() => navigate(`/borger/${guid}/journal/nyt`)}>
          <Icon name="circle-plus" size={16} />
          {word('newNote', steering.labels)}
        </Button>
      </ScreenHead>
      <nav aria-label="Visning" className={cx('bar')}>
        <Link to={home} className={cx('button', !documents && 'primary')} current={!documents}>
          Notater
        </Link>
        <Link to={`/borger/${guid}/journal?visning=dokumenter`} className={cx('button', documents && 'primary')} current={documents}>
          Dokumenter
        </Link>
      </nav>
      {documents ? (
        <DocumentGrid guid={guid} />
      ) : (
        <Notes
          guid={guid}
          filter={filter}
          written={written}
          onFilter={(next) => {
            setStatus(next)
            navigate(`/borger/${guid}/journal?side=0&status=${next}`, { replace: true })
          }}
        />
      )}
      {noteId === 'nyt' && <NoteEditor key={guid} guid={guid} onSaved={() => setWritten(written + 1)} onClose={() => navigate(home)} />}
      {noteId !== undefined && noteId !== 'nyt' && <NoteDrawer guid={guid} id={noteId} onClose={() => navigate(home)} />}
    </>
  )
}

interface NotesProps {
  readonly guid: string
  readonly filter: StatusFilter
  readonly written: number
  readonly onFilter: (next: StatusFilter) => void
}

function Notes({ guid, filter, written, onFilter }: NotesProps) {
  const { steering } = useSession()
  const pages = usePages<ListPart['rows'][number]>(`/api/case/${guid}/part/note?status=${ASKED[filter]}`, { watch: true })
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const seen = useRef(written)
  const { reload } = pages
  useEffect(() => {
    if (seen.current !== written) reload()
    seen.current = written
  }, [written, reload])
  const toggle = (id: string) => setOpen((now) => new Set(now.has(id) ? [...now].filter((other) => other !== id) : [...now, id]))
  return (
    <>
      <div className={cx('bar')}>
        <SelectField
          label="Status"
          name="statusFilter"
          value={STATUSES[filter]}
          options={Object.values(STATUSES)}
          onChange={(shown) => onFilter(shown === 'Alle' ? 'alle' : shown === 'Annullerede' ? 'annullerede' : 'aktive')}
        />
        <Button onClick={pages.reload}>
          <Icon name="rotate" size={16} />
          Opdatér
        </Button>
      </div>
      <AwaitedPages of={pages} empty="Ingen journalnotater.">
        {(total) => (
          <Grid
            label="Journalnotater"
            noun="journalnotat|journalnotater"
            windowed={steering.virtual}
            columns={noteColumns(guid, { open, toggle, steering })}
            rows={pages.rows}
            total={total}
            rowId={(row) => row.id}
            onEnd={pages.loadMore}
            faded={(row) => row['note.status'] === 'Annulleret'}
            isOpen={(row) => open.has(row.id)}
            detail={noteBodyOf(guid)}
          />
        )}
      </AwaitedPages>
    </>
  )
}

interface NoteColumns {
  readonly open: ReadonlySet<string>
  readonly toggle: (id: string) => void
  readonly steering: ReturnType<typeof useSession>['steering']
}

function noteColumns(guid: string, { open, toggle, steering }: NoteColumns): readonly Column<ListRow>[] {
  const expander: Column<ListRow> = {
    field: 'fold',
    header: '',
    min: 46,
    cell: (row) => (
      <Button
        look="icon"
        aria-label={open.has(row.id) ? 'Skjul tekst' : 'Vis tekst'}
        aria-expanded={open.has(row.id)}
        onClick={() => toggle(row.id)}
      >
        <Icon name={open.has(row.id) ? 'chevron-down' : 'chevron-right'} size={14} />
      </Button>
    ),
  }
  return [
    expander,
    ...columnsOf(
      ['note.title', 'note.noteType', 'note.eventAt', 'note.registeredAt', 'note.case', 'note.source', 'note.author', 'note.hasAttachment'],
      steering,
      {
        'note.title': (row, text) => (
          <Link to={`/borger/${guid}/journal/${row.id}`} className={cx('titleButton')}>
            {text}
          </Link>
        ),
      },
    ),
  ]
}

function noteBodyOf(guid: string): (row: ListRow) => ReactNode {
  return (row) => <NoteBody guid={guid} id={row.id} />
}

const SHORT = 160

/** The note's text in the row, cut off for real until "vis mere" is pressed. */
function NoteBody({ guid, id }: { guid: string; id: string }) {
  const note = useResource<NoteAnswer>(`/api/case/${guid}/note/${id}`)
  const [whole, setWhole] = useState(false)
  return (
    <Awaited of={note} lines={1}>
      {({ row }) => {
        const body = String(row['note.body'] ?? '')
        if (whole || body.length <= SHORT) return <RichText text={body} />
        return (
          <>
            {`${body
              .slice(0, SHORT)
              .replaceAll('\uE000', '')
              .replace(/\s+\S*$/, '')} …`}
            <Button look="text" onClick={() => setWhole(true)}>
              vis mere
            </Button>
          </>
        )
      }}
    </Awaited>
  )
}
