import type { ScreenedDocument } from '#utils/disclosure/model/screened-document.ts'

/** A page that was neither read nor listed as unread; page 0 is a whole document. There must never be one: it would pass for clean. */
export interface SilentPage {
  readonly document: string
  readonly page: number
}

const ON_THE_PAGE: readonly string[] = ['body', 'recognised', 'mail-header']

/** Counted from outside: for each page, is there a text of it, or a word about it? */
export function silentPages({ id, kind, pages, parts, notScreened }: ScreenedDocument): readonly SilentPage[] {
  const silent: SilentPage[] = []
  const isListed = (page: number) => notScreened.some((one) => one.page === null || one.page === page)
  for (let page = 1; page <= pages; page += 1) {
    const isRead = parts.some((part) => part.page === page && ON_THE_PAGE.includes(part.source))
    if (!isRead && !isListed(page)) silent.push({ document: id, page })
  }
  const isEmpty = pages === 0 && kind !== 'archive' && parts.every(({ source }) => source === 'file-name')
  return isEmpty && !isListed(0) ? [{ document: id, page: 0 }] : silent
}
