import type { PageBox } from '../../model/screened-document.ts'
import { decodeLink } from '../text/html-text.ts'
import type { Draft } from '../draft.ts'
import { deepTexts } from './deep-texts.ts'
import { type Matrix, place } from './matrix.ts'
import { boxAround } from './text-run.ts'

interface AnnotationData {
  readonly subtype?: unknown
  readonly rect?: unknown
  readonly url?: unknown
  readonly unsafeUrl?: unknown
}

/** Comments, filled fields and links of a page, each at its place. */
export function addAnnotations(draft: Draft, page: number, annotations: readonly unknown[], viewport: Matrix): void {
  for (const annotation of annotations) {
    if (typeof annotation !== 'object' || annotation === null) continue
    const data: AnnotationData = annotation
    const link = deepTexts([data.url, data.unsafeUrl]).map(decodeLink).join('\n')
    const text = deepTexts({ ...annotation, url: null, unsafeUrl: null }).join('\n')
    const box = placeOf(data.rect, viewport)
    const source = data.subtype === 'Widget' ? 'form' : 'annotation'
    draft.add(source, text, { page, boxes: box ? [{ start: 0, end: text.length, box }] : [] })
    draft.add('link', link, { page, boxes: box ? [{ start: 0, end: link.length, box }] : [] })
  }
}

function placeOf(rect: unknown, viewport: Matrix): PageBox | null {
  const numbers = Array.isArray(rect) ? rect.map(Number) : []
  const [left = Number.NaN, bottom = Number.NaN, right = Number.NaN, top = Number.NaN] = numbers
  if (![left, bottom, right, top].every(Number.isFinite)) return null
  return boxAround([left, right].flatMap((x) => [bottom, top].map((y) => place(viewport, x, y))))
}
