import type { ReactNode } from 'react'
import { cx } from '../cx.ts'
import type { Pages } from '../use-pages.ts'
import type { Resource } from '../use-resource.ts'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'

export function Skeleton({ lines = 3 }: { lines?: number }) {
  return (
    <div>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className={cx('MuiSkeleton-root', 'skeleton')}>
          Indlæser…
        </span>
      ))}
    </div>
  )
}

export function Failed({ status, retry }: { status: number; retry: () => void }) {
  const text = status === 403 ? 'Du har ikke adgang til denne del af sagen.' : 'Oplysningerne kunne ikke hentes.'
  return (
    <div role="alert" className={cx('MuiAlert-root', 'notice', 'noticeBad')}>
      <Icon name="triangle-exclamation" />
      <span>{text}</span>
      <Button look="text" onClick={retry}>
        Prøv igen
      </Button>
    </div>
  )
}

export function Partial() {
  return (
    <div role="status" className={cx('MuiAlert-root', 'notice', 'noticeWarn')}>
      Nogle oplysninger kunne ikke hentes og vises ikke.
    </div>
  )
}

export function Empty({ children }: { children: ReactNode }) {
  return <p className={cx('empty')}>{children}</p>
}

/** Skeleton, failure or content of what was asked for. */
export function Awaited<T>({ of, lines, children }: { of: Resource<T>; lines?: number; children: (data: T) => ReactNode }) {
  if (of.failed !== null) return <Failed status={of.failed} retry={of.reload} />
  if (of.data === null) return <Skeleton {...(lines !== undefined && { lines })} />
  return <>{children(of.data)}</>
}

interface AwaitedPagesProps<Row> {
  readonly of: Pages<Row>
  readonly empty: string
  readonly children: (total: number) => ReactNode
}

/** The same for a list that is fetched page by page. */
export function AwaitedPages<Row>({ of: pages, empty, children }: AwaitedPagesProps<Row>) {
  if (pages.failed !== null) return <Failed status={pages.failed} retry={pages.reload} />
  if (pages.total === null) return <Skeleton lines={8} />
  if (pages.total === 0) return <Empty>{empty}</Empty>
  return (
    <>
      {pages.partial && <Partial />}
      {children(pages.total)}
    </>
  )
}
