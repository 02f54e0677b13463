import { useEffect, useRef, useState } from 'react'
import { PageSheet, type DrawPage, type PageSize } from './page-sheet.tsx'
import { ScrollBox } from './scroll-box.tsx'
import type { Mark, ShownDocument } from '#utils/disclosure/workbench/review-view.ts'

export interface PageStackProps {
  readonly document: ShownDocument
  readonly marks: readonly Mark[]
  /** The page that the finding in front stands on. */
  readonly page: number | null
  readonly draw: DrawPage
}

/** Until a page has been drawn, it is taken to be as tall as this: A4. */
const A4: PageSize = { width: 595, height: 842 }
/** Pages kept drawn around what is looked at. */
const AHEAD = '120%'

/** The pages of one document, one under the other. Only those near what is looked at are drawn. Keyed by document. */
export function PageStack({ document: shown, marks, page, draw }: PageStackProps) {
  const box = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState<ReadonlySet<number>>(new Set(page === null ? [1] : [page]))
  const [usualSize, setUsualSize] = useState(A4)
  useEffect(() => {
    const root = box.current
    if (root === null) return
    const watcher = new IntersectionObserver(
      (entries) =>
        setNear((before) => {
          const after = new Set(before)
          for (const { target, isIntersecting } of entries) {
            const number = Number((target as HTMLElement).dataset['page'])
            if (isIntersecting) after.add(number)
            else after.delete(number)
          }
          return after
        }),
      { root, rootMargin: `${AHEAD} 0px` },
    )
    for (const sheet of root.children) watcher.observe(sheet)
    return () => watcher.disconnect()
  }, [])
  useEffect(() => {
    if (page === null) return
    const onPage = `[data-page="${page}"]`
    const marked = marks.some((mark) => mark.current && mark.page === page)
    const target = box.current?.querySelector(marked ? `${onPage} [data-current]` : onPage)
    if (!target || !box.current) return
    // Only these pages move: the window stays where the person has it.
    const distance = target.getBoundingClientRect().top - box.current.getBoundingClientRect().top
    box.current.scrollTop += distance - (marked ? box.current.clientHeight / 3 : 0)
  }, [page, marks])
  return (
    <ScrollBox boxRef={box} className="sh-pages" label={`Sider i ${shown.name}`}>
      {Array.from({ length: shown.pages }, (_, index) => (
        <PageSheet
          key={`${shown.id}|${index}`}
          page={index + 1}
          of={shown.pages}
          visible={near.has(index + 1)}
          usualSize={usualSize}
          marks={marks.filter((mark) => mark.page === index + 1)}
          draw={draw}
          onSize={setUsualSize}
        />
      ))}
    </ScrollBox>
  )
}
