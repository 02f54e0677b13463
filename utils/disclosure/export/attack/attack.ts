import type { PDFDocumentProxy } from 'pdfjs-dist'
import type { PageBox } from '../../model/screened-document.ts'
import type { PdfFile } from '../pdf/pdf-file.ts'
import type { PagePicture } from '../pdf/pdf-page.ts'
import type { Needle } from './needle.ts'
import type { RawFile } from './raw-file.ts'

export const ATTACK_IDS = [
  'text',
  'picture',
  'annotations',
  'attachments',
  'metadata',
  'revisions',
  'layers',
  'forms',
  'thumbnails',
  'links',
  'outline',
  'file-name',
] as const
export type AttackId = (typeof ATTACK_IDS)[number]

/** Something came out that must not. Says where, never what. */
export interface Leak {
  readonly attack: AttackId
  readonly file: string
  /** 1-based; `null` for the file as a whole. */
  readonly page: number | null
}

export interface AttackedPage {
  readonly blacks: readonly PageBox[]
  readonly isPicture: boolean
}

/** A finished file, opened by every engine that attacks it. */
export interface Target {
  readonly name: string
  readonly pages: readonly AttackedPage[]
  readonly needles: readonly Needle[]
  readonly pdfium: PdfFile
  readonly pdfjs: PDFDocumentProxy
  readonly raw: RawFile
  readonly recognise: Recogniser
}

/** Reads the text of a picture: the product's own reader of scans. */
export type Recogniser = (picture: PagePicture) => Promise<string>

/** Pages that leak; `null` for the file as a whole. */
export type Attack = (target: Target) => Promise<readonly (number | null)[]>
