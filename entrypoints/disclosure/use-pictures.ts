import { useEffect, useMemo } from 'react'
import type { DocumentId, DocumentKind } from '#utils/disclosure/model/screened-document.ts'
import type { DrawPage } from '#components/disclosure/page-sheet.tsx'
import { ImagePicture } from './image-picture.ts'
import { PagePictures } from './page-pictures.ts'

interface Shown {
  readonly id: DocumentId
  readonly kind: DocumentKind
}

interface Pictures {
  readonly draw: DrawPage
  readonly close: () => void
}

export type BytesOf = (document: DocumentId) => Uint8Array | null

/** Draws pages of the document in front; `null` where it has none to draw. One document is open at a time. */
export function usePictures(shown: Shown | null, bytesOf: BytesOf): DrawPage | null {
  const { id, kind } = shown ?? { id: null, kind: null }
  const pictures = useMemo(() => (id === null || kind === null ? null : picturesOf(kind, bytesOf(id))), [id, kind, bytesOf])
  useEffect(() => () => pictures?.close(), [pictures])
  return pictures?.draw ?? null
}

function picturesOf(kind: DocumentKind, bytes: Uint8Array | null): Pictures | null {
  if (bytes === null) return null
  if (kind === 'pdf') return lazily(bytes, (whole) => new PagePictures(whole))
  return kind === 'image' ? lazily(bytes, (whole) => new ImagePicture(whole)) : null
}

/** Opened when the first page is asked for; asked for again after a close, it is opened again. */
function lazily(bytes: Uint8Array, open: (whole: Uint8Array) => PagePictures | ImagePicture): Pictures {
  let opened: PagePictures | ImagePicture | null = null
  return {
    draw: async (page, canvas, width, signal) => {
      opened ??= open(bytes)
      return opened.draw(page, canvas, width, signal)
    },
    close: () => {
      opened?.close()
      opened = null
    },
  }
}
