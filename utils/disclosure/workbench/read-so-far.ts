import type { IntakeProgress } from '../intake/intake.ts'
import type { ScreenedDocument } from '../model/screened-document.ts'

/** How far the reading has come, over all lots of files. */
export interface ReadSoFar {
  readonly state: 'idle' | 'reading' | 'paused' | 'stopped' | 'done'
  readonly documents: readonly ScreenedDocument[]
  /** Pages of documents that are read to their end. */
  readonly pagesBefore: number
  readonly now: IntakeProgress | null
  readonly startedAt: number
  /** Pages of this lot a second, or `null` until it can be told. */
  readonly pace: number | null
  readonly pagesAtStart: number
}

export const READ_NOTHING: ReadSoFar = {
  state: 'idle',
  documents: [],
  pagesBefore: 0,
  now: null,
  startedAt: 0,
  pace: null,
  pagesAtStart: 0,
}

const TELLING_MS = 1500

export function withStart(before: ReadSoFar, at: number): ReadSoFar {
  return { ...before, state: 'reading', now: null, startedAt: at, pace: null, pagesAtStart: before.pagesBefore }
}

export function withProgress(before: ReadSoFar, now: IntakeProgress, at: number): ReadSoFar {
  const spent = at - before.startedAt
  const pages = before.pagesBefore + now.page - before.pagesAtStart
  return { ...before, now, pace: spent < TELLING_MS || pages === 0 ? before.pace : (pages * 1000) / spent }
}

export function withDocument(before: ReadSoFar, document: ScreenedDocument): ReadSoFar {
  return { ...before, documents: [...before.documents, document], pagesBefore: before.pagesBefore + document.pages, now: null }
}

export function withEnd(before: ReadSoFar, how: 'done' | 'stopped'): ReadSoFar {
  return { ...before, state: how, now: null }
}

/** What a person is shown: pages read, pages known of, and how long it may take. */
export function pagesOf({ pagesBefore, now, pace }: ReadSoFar): {
  readonly read: number
  readonly known: number
  readonly secondsLeft: number | null
} {
  const read = pagesBefore + (now?.page ?? 0)
  const known = pagesBefore + (now?.pages ?? 0)
  return { read, known, secondsLeft: pace === null || now === null ? null : Math.ceil((known - read) / pace) }
}
