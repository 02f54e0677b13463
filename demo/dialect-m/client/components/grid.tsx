import { useEffect, useMemo, useRef, useState, type ReactNode, type UIEvent } from 'react'
import { cx } from '../cx.ts'

export interface Column<Row> {
  /** The host's own name of the column, as grids put it in `data-field`. */
  readonly field: string
  readonly header: string
  /** Least width in pixels, and its share of what is left. */
  readonly min: number
  readonly grow?: number
  readonly cell: (row: Row) => ReactNode
  readonly utc?: (row: Row) => string | undefined
}

interface GridProps<Row> {
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly total: number
  readonly rowId: (row: Row) => string
  /** Only about thirty rows are in the DOM at a time. */
  readonly windowed?: boolean
  readonly onEnd?: () => void
  readonly faded?: (row: Row) => boolean
  readonly isOpen?: (row: Row) => boolean
  /** What an opened row shows below its cells. */
  readonly detail?: (row: Row) => ReactNode
  readonly onHover?: (row: Row | null, y: number) => void
  /** What a row is, one and many: `notat|notater`. */
  readonly noun: string
}

const ROW = 47
const IN_DOM = 30
const BEFORE = 8

/** An ARIA grid after the fashion of data-grid libraries: `data-field` cells, `aria-rowcount`, absolute rows in a scroller. */
export function Grid<Row>(props: GridProps<Row>) {
  const { label, columns, rows, total, windowed = false, onEnd, noun } = props
  const [top, setTop] = useState(0)
  const heights = useHeights()
  const tops = useTops(
    rows.map((row) => [props.rowId(row), Boolean(props.isOpen?.(row))] as const),
    heights.of,
  )
  const first = windowed ? Math.max(0, Math.min(indexAt(tops, top) - BEFORE, rows.length - IN_DOM)) : 0
  const visible = windowed ? rows.slice(first, first + IN_DOM) : rows
  const template = columns.map(({ min, grow }) => (grow ? `minmax(${min}px, ${grow}fr)` : `${min}px`)).join(' ')
  const minWidth = columns.reduce((sum, { min }) => sum + min, 0)

  const onScroll = (event: UIEvent<HTMLDivElement>) => {
    const { scrollTop, scrollHeight, clientHeight } = event.currentTarget
    setTop(scrollTop)
    if (scrollHeight - scrollTop - clientHeight < ROW * 10) onEnd?.()
  }

  return (
    <div role="grid" aria-label={label} aria-rowcount={total + 1} aria-colcount={columns.length} className={cx('MuiDataGrid-root', 'grid')}>
      <div
        className={cx(windowed && 'gridScroll')}
        onScroll={windowed ? onScroll : undefined}
        style={windowed ? undefined : { overflowX: 'auto' }}
        tabIndex={windowed ? undefined : 0}
      >
        <HeadRow columns={columns} template={template} minWidth={minWidth} wrap={!windowed} />
        <div role="rowgroup" className={cx('gridBody')} style={windowed ? { minWidth, height: tops.at(-1) ?? 0 } : { minWidth }}>
          {visible.map((row, index) => (
            <GridRow
              key={props.rowId(row)}
              {...props}
              row={row}
              index={first + index}
              template={template}
              heights={heights}
              top={windowed ? (tops[first + index] ?? 0) : null}
            />
          ))}
        </div>
      </div>
      <div className={cx('gridFoot')}>{footer(rows.length, total, noun)}</div>
    </div>
  )
}

function footer(shown: number, total: number, noun: string): string {
  const [one = noun, many = one] = noun.split('|')
  return shown < total ? `Viser ${shown} af ${total} ${many}` : `${total} ${total === 1 ? one : many}`
}

interface HeadProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly template: string
  readonly minWidth: number
  readonly wrap: boolean
}

function HeadRow<Row>({ columns, template, minWidth, wrap }: HeadProps<Row>) {
  return (
    <div role="rowgroup">
      <div role="row" aria-rowindex={1} className={cx('gridHead')} style={{ gridTemplateColumns: template, minWidth }}>
        {columns.map((column, index) => (
          <div
            key={column.field}
            role="columnheader"
            data-field={column.field}
            aria-colindex={index + 1}
            className={cx('gridHeadCell', wrap && 'gridCellWrap')}
            aria-label={column.header || undefined}
          >
            {column.header}
          </div>
        ))}
      </div>
    </div>
  )
}

interface RowProps<Row> extends GridProps<Row> {
  readonly row: Row
  readonly index: number
  readonly template: string
  readonly heights: Heights
  /** Where an absolute row stands; `null` for a row in the flow. */
  readonly top: number | null
}

function GridRow<Row>({ row, index, columns, template, top, heights, ...grid }: RowProps<Row>) {
  const id = grid.rowId(row)
  const detail = grid.isOpen?.(row) ? grid.detail?.(row) : null
  const box = useMeasured(id, Boolean(detail) && top !== null, heights)
  const faded = grid.faded?.(row) ?? false
  return (
    <div
      ref={box}
      role="row"
      aria-rowindex={index + 2}
      data-id={id}
      data-rowindex={index}
      className={cx('gridRow', top !== null && 'gridRowFixed', faded && 'gridRowFaded')}
      style={placeOf(template, top)}
      onMouseEnter={(event) => grid.onHover?.(row, event.clientY)}
      onMouseLeave={() => grid.onHover?.(null, 0)}
    >
      <Cells row={row} columns={columns} wrap={top === null} />
      {detail && (
        <div role="gridcell" data-field="tekst" aria-colspan={columns.length} className={cx('gridDetail')}>
          {detail}
        </div>
      )}
    </div>
  )
}

function Cells<Row>({ row, columns, wrap }: { row: Row; columns: readonly Column<Row>[]; wrap: boolean }) {
  return columns.map((column, at) => (
    <div
      key={column.field}
      role="gridcell"
      data-field={column.field}
      aria-colindex={at + 1}
      data-date={column.utc?.(row)}
      className={cx('gridCell', wrap && 'gridCellWrap', column.field === 'fold' && 'gridCellTight')}
    >
      {column.cell(row)}
    </div>
  ))
}

function placeOf(template: string, top: number | null) {
  return { gridTemplateColumns: template, ...(top !== null && { transform: `translateY(${top}px)` }) }
}

function useMeasured(id: string, measured: boolean, { measure }: Heights) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => (measured && box.current ? measure(id, box.current) : undefined), [measured, id, measure])
  return box
}

interface Heights {
  readonly of: ReadonlyMap<string, number>
  readonly measure: (id: string, box: HTMLElement) => () => void
}

/** Measured heights of opened rows; all others have the one height. */
function useHeights(): Heights {
  const [of, setOf] = useState<ReadonlyMap<string, number>>(new Map())
  const measure = useMemo(
    () => (id: string, box: HTMLElement) => {
      const observer = new ResizeObserver(() => {
        const height = box.offsetHeight
        setOf((now) => (now.get(id) === height ? now : new Map(now).set(id, height)))
      })
      observer.observe(box)
      return () => observer.disconnect()
    },
    [],
  )
  return useMemo(() => ({ of, measure }), [of, measure])
}

/** Top of each row, and at the end the height of all. An opened row keeps its measured height while it is out of the DOM. */
function useTops(rows: readonly (readonly [id: string, open: boolean])[], heights: ReadonlyMap<string, number>): readonly number[] {
  const open = rows
    .filter(([, isOpen]) => isOpen)
    .map(([id]) => id)
    .join('\n')
  const names = rows.map(([id]) => id).join('\n')
  return useMemo(() => {
    const opened = new Set(open.split('\n'))
    let top = 0
    const tops =
      names === ''
        ? []
        : names.split('\n').map((id) => {
            const mine = top
            top += opened.has(id) ? (heights.get(id) ?? ROW) : ROW
            return mine
          })
    return [...tops, top]
  }, [names, open, heights])
}

function indexAt(tops: readonly number[], y: number): number {
  let [low, high] = [0, tops.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((tops[middle] ?? 0) <= y) low = middle
    else high = middle - 1
  }
  return low
}
