import { useEffect, useState, type ReactNode } from 'react'
import type { ListPart } from '#demo/server/api.ts'
import { askDocument, settle } from '../api.ts'
import { columnsOf, type Cells, type ListRow } from '../columns.tsx'
import { Grid } from '../components/grid.tsx'
import { Drawer } from '../components/overlays.tsx'
import { AwaitedPages, Failed, Skeleton } from '../components/states.tsx'
import { cx } from '../cx.ts'
import { useSession } from '../session.ts'
import { usePages } from '../use-pages.ts'

/** Documents of the citizen as a virtual grid; a document opens as a blob in a drawer. */
export function DocumentGrid({ guid }: { guid: string }) {
  const { steering } = useSession()
  const pages = usePages<ListPart['rows'][number]>(`/api/case/${guid}/part/doc`)
  const columns = columnsOf(
    ['doc.title', 'doc.docType', 'doc.date', 'doc.from', 'doc.pages', 'doc.fileName', 'doc.note'],
    steering,
    documentCells(guid),
  )
  return (
    <AwaitedPages of={pages} empty="Ingen dokumenter.">
      {(total) => (
        <Grid
          label="Dokumenter"
          noun="dokument|dokumenter"
          windowed={steering.virtual}
          columns={columns}
          rows={pages.rows}
          total={total}
          rowId={(row) => row.id}
          onEnd={pages.loadMore}
        />
      )}
    </AwaitedPages>
  )
}

function documentCells(guid: string): Cells {
  return { 'doc.title': (row, text) => <DocumentLink guid={guid} row={row} name={text} /> }
}

function DocumentLink({ guid, row, name }: { guid: string; row: ListRow; name: string }) {
  const { openButton, viewer } = useDocument(guid, { id: row.id, name })
  return (
    <>
      {openButton}
      {viewer}
    </>
  )
}

/** A button that opens a document, and the drawer it opens in. */
export function useDocument(guid: string, doc: { id: string; name: string }): { openButton: ReactNode; viewer: ReactNode } {
  const [open, setOpen] = useState(false)
  const [turn, setTurn] = useState(0)
  return {
    openButton: (
      <button type="button" className={cx('titleButton')} data-testid="button" onClick={() => setOpen(true)}>
        {doc.name}
      </button>
    ),
    viewer: open && (
      <Viewer
        key={turn}
        onRetry={() => setTurn(turn + 1)}
        path={`/api/case/${guid}/document/${doc.id}`}
        name={doc.name}
        onClose={() => setOpen(false)}
      />
    ),
  }
}

interface ViewerProps {
  readonly path: string
  readonly name: string
  readonly onClose: () => void
  readonly onRetry: () => void
}

function Viewer({ path, name, onClose, onRetry }: ViewerProps) {
  const [url, setUrl] = useState<string | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    const controller = new AbortController()
    let made: string | null = null
    void settle(
      askDocument(path, controller.signal),
      (blob) => {
        made = URL.createObjectURL(blob)
        setUrl(made)
      },
      () => {
        if (!controller.signal.aborted) setFailed(true)
      },
    )
    return () => {
      controller.abort()
      if (made) URL.revokeObjectURL(made)
    }
  }, [path])
  return (
    <Drawer title={name} onClose={onClose}>
      {failed && <Failed status={500} retry={onRetry} />}
      {!failed && url === null && <Skeleton lines={10} />}
      {/* The browser's own PDF viewer does not start in a sandboxed frame. */}
      {/* oxlint-disable-next-line react/iframe-missing-sandbox */}
      {url !== null && <iframe className={cx('frame')} src={url} title={name} />}
    </Drawer>
  )
}
