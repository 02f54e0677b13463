import { useEffect, useState, type ReactNode } from 'react'
import type { ListPart } from '#demo/server/api.ts'
import { askDocument } from '../api.ts'
import { columnsOf, type ListRow } from '../columns.tsx'
import { Grid } from '../components/grid.tsx'
import { Drawer } from '../components/overlays.tsx'
import { Empty, Failed, Partial, Skeleton } from '../components/states.tsx'
import { cx } from '../cx.ts'
import { useSession } from '../session.ts'
import { usePages } from '../use-pages.ts'

/** Documents of the citizen as a virtual grid; a document opens as a blob in a drawer. */
export function DocumentGrid({ guid }: { guid: string }) {
  const { steering } = useSession()
  const pages = usePages<ListPart['rows'][number]>(`/api/case/${guid}/part/doc`)
  if (pages.failed !== null) return <Failed status={pages.failed} retry={pages.reload} />
  if (pages.total === null) return <Skeleton lines={8} />
  if (pages.total === 0) return <Empty>Ingen dokumenter.</Empty>
  const columns = columnsOf(['doc.title', 'doc.docType', 'doc.date', 'doc.from', 'doc.pages', 'doc.fileName', 'doc.note'], steering, {
    'doc.title': (row, text) => <DocumentLink guid={guid} row={row} name={text} />,
  })
  return (
    <>
      {pages.partial && <Partial />}
      <Grid label="Dokumenter" noun="dokument|dokumenter" windowed={steering.virtual} columns={columns} rows={pages.rows} total={pages.total} rowId={(row) => row.id} onEnd={pages.loadMore} />
    </>
  )
}

function DocumentLink({ guid, row, name }: { guid: string; row: ListRow; name: string }) {
  const { openButton, viewer } = useDocument(guid, { id: row.id, name })
  return <>{openButton}{viewer}</>
}

/** A button that opens a document, and the drawer it opens in. */
export function useDocument(guid: string, doc: { id: string; name: string }): { openButton: ReactNode; viewer: ReactNode } {
  const [open, setOpen] = useState(false)
  return {
    openButton: <button type="button" className={cx('titleButton')} data-testid="button" onClick={() => setOpen(true)}>{doc.name}</button>,
    viewer: open && <Viewer path={`/api/case/${guid}/document/${doc.id}`} name={doc.name} onClose={() => setOpen(false)} />,
  }
}

function Viewer({ path, name, onClose }: { path: string; name: string; onClose: () => void }) {
  const [url, setUrl] = useState<string | null>(null)
  const [failed, setFailed] = useState(false)
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    const controller = new AbortController()
    let made: string | null = null
    askDocument(path, controller.signal).then(
      (blob) => {
        made = URL.createObjectURL(blob)
        setUrl(made)
      },
      () => !controller.signal.aborted && setFailed(true),
    )
    return () => {
      controller.abort()
      if (made) URL.revokeObjectURL(made)
    }
  }, [path, turn])
  const retry = () => {
    setFailed(false)
    setTurn(turn + 1)
  }
  return (
    <Drawer title={name} onClose={onClose}>
      {failed && <Failed status={500} retry={retry} />}
      {!failed && url === null && <Skeleton lines={10} />}
      {url !== null && <iframe className={cx('frame')} src={url} title={name} />}
    </Drawer>
  )
}
