import { memo, useEffect, useRef, useState } from 'react'
import type { PageBox } from '#utils/disclosure/model/screened-document.ts'
import type { Mark } from '#utils/disclosure/workbench/review-view.ts'

/** In PDF points, as the page is shown. */
export interface PageSize {
  readonly width: number
  readonly height: number
}

/** Draws a page as wide as asked, and says how large it is. */
export type DrawPage = (page: number, canvas: HTMLCanvasElement, width: number, signal: AbortSignal) => Promise<PageSize>

export interface PageSheetProps {
  readonly page: number
  readonly of: number
  /** Near enough to be worth drawing. */
  readonly visible: boolean
  readonly usualSize: PageSize
  readonly marks: readonly Mark[]
  readonly draw: DrawPage
  readonly onSize: (size: PageSize) => void
}

const MOST_PIXELS_WIDE = 1600

/** One page: its picture, and what was found on it. */
export const PageSheet = memo(function PageSheet(props: PageSheetProps) {
  const { page, of, visible, usualSize, marks, draw, onSize } = props
  const canvas = useRef<HTMLCanvasElement>(null)
  const [drawn, setDrawn] = useState<PageSize | null>(null)
  const [failed, setFailed] = useState(false)
  const size = drawn ?? usualSize
  useEffect(() => {
    const target = canvas.current
    if (!visible || target === null) return
    const stop = new AbortController()
    const width = Math.min(MOST_PIXELS_WIDE, Math.max(200, target.clientWidth) * window.devicePixelRatio)
    const show = async () => {
      const found = await draw(page, target, width, stop.signal)
      if (stop.signal.aborted) return
      setDrawn(found)
      onSize(found)
    }
    show().catch(() => stop.signal.aborted || setFailed(true))
    return () => {
      stop.abort()
      // A canvas out of sight keeps its memory until it is made small.
      target.width = 0
    }
  }, [visible, page, draw, onSize])
  return (
    <figure className="sh-sheet" data-page={page} style={{ aspectRatio: `${size.width} / ${size.height}` }}>
      <canvas ref={canvas} role="img" aria-label={`Side ${page} af ${of}`} />
      {failed && <p className="sh-sheet-failed">Siden kan ikke vises som billede. Brug teksten.</p>}
      {marks.map((mark, index) =>
        mark.boxes.map((box) => <MarkBox key={`${index}|${box.left}|${box.top}`} mark={mark} box={box} size={size} />),
      )}
      <figcaption>
        {page} / {of}
      </figcaption>
    </figure>
  )
})

function MarkBox({ mark, box, size }: { readonly mark: Mark; readonly box: PageBox; readonly size: PageSize }) {
  const percent = (part: number, whole: number) => `${(part / whole) * 100}%`
  return (
    <span
      className="sh-mark"
      data-kind={mark.decided ?? 'open'}
      data-current={mark.current || undefined}
      style={{
        left: percent(box.left, size.width),
        top: percent(box.top, size.height),
        width: percent(box.right - box.left, size.width),
        height: percent(box.bottom - box.top, size.height),
      }}
    />
  )
}
