import type { DocumentPlan } from '#utils/disclosure/model/decision.ts'
import type { ScreenedDocument } from '#utils/disclosure/model/screened-document.ts'
import type { AttackId, Leak } from '#utils/disclosure/export/attack/attack.ts'
import type { Cover } from '#utils/disclosure/export/build/write-cover.ts'

export interface OrderedItem {
  readonly number: number
  readonly document: ScreenedDocument
  readonly plan: DocumentPlan
  readonly bytes: Uint8Array
}

/** From the page to the worker that makes the file. */
export interface ToExporter {
  readonly items: readonly OrderedItem[]
  readonly cover: Cover
  readonly released: readonly string[]
}

/** The finished files in one archive: they exist only if they held. */
export type FromExporter =
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly kind: 'attack'; readonly attack: AttackId; readonly file: string }
  | { readonly kind: 'held'; readonly archive: Uint8Array<ArrayBuffer>; readonly pages: number; readonly picturePages: number }
  | { readonly kind: 'refused'; readonly leaks: readonly Leak[] }
  | { readonly kind: 'failed'; readonly code: string }
