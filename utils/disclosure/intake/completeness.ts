import type { DocumentId, NotScreened } from '../model/screened-document.ts'
import type { IntakeDocument } from './intake.ts'

/** A page that was neither read nor listed as unread. There must never be one: it would pass for clean. */
export interface SilentPage {
  readonly document: DocumentId
  readonly page: number
}

export interface Completeness {
  /** Inputs, counted from 0, that no document came out of. */
  readonly lost: readonly number[]
  readonly silent: readonly SilentPage[]
  /** What was not screened and no person has confirmed yet, one by one. */
  readonly unconfirmed: readonly NotScreened[]
  /** How many items the case system's list has and the workbench has not been given; below zero: too many. `null`: nobody said. */
  readonly missing: number | null
  readonly mayEnd: boolean
}

export interface Screening {
  /** Items in the case system's list, as a person read it there. */
  readonly listed: number | null
  /** How many inputs were given. */
  readonly given: number
  readonly documents: readonly IntakeDocument[]
  /** Keys of what a person has confirmed, of `confirmationKey`. */
  readonly confirmed: ReadonlySet<string>
}

/** One thing to confirm: a page, or a whole document. */
export function confirmationKey({ document, page, why }: NotScreened): string {
  return `${document}|${page ?? 'whole'}|${why}`
}

/** Whether everything that stands in the list has been screened, or been looked at by a person instead. */
export function completenessOf({ listed, given, documents, confirmed }: Screening): Completeness {
  const seen = new Set(documents.map(({ item }) => item))
  const lost = Array.from({ length: given }, (_, item) => item).filter((item) => !seen.has(item))
  const silent = documents.flatMap(silentPages)
  const unconfirmed = documents.flatMap(({ notScreened }) => notScreened).filter((one) => !confirmed.has(confirmationKey(one)))
  const missing = listed === null ? null : listed - given
  return { lost, silent, unconfirmed, missing, mayEnd: lost.length + silent.length + unconfirmed.length === 0 && missing === 0 }
}

/** Pages without a text and without a word about it; a document without both is silent as a whole (page 0). */
export function silentPages({ id, pages, parts, notScreened, kind }: IntakeDocument): readonly SilentPage[] {
  if (notScreened.some(({ page }) => page === null)) return []
  const texts = parts.filter(({ source }) => source === 'body' || source === 'recognised' || source === 'mail-header')
  if (pages === 0) return kind !== 'archive' && parts.every(({ source }) => source === 'file-name') ? [{ document: id, page: 0 }] : []
  const told = new Set([...texts, ...notScreened].map(({ page }) => page))
  return Array.from({ length: pages }, (_, at) => at + 1)
    .filter((page) => !told.has(page))
    .map((page) => ({ document: id, page }))
}
