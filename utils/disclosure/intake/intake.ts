import type { NotScreenedReason, PageBox, ScreenedDocument } from '../model/screened-document.ts'
import type { PdfTools } from './pdf/pdf-tools.ts'

/** One of the things a person gave to the workbench. */
export interface InputFile {
  readonly name: string
  readonly bytes: Uint8Array | Blob
}

/** A screened document, and which of the inputs it came out of, counted from 0. */
export interface IntakeDocument extends ScreenedDocument {
  readonly item: number
  /** The document itself, to be shown and redacted; empty for an archive, whose members have their own. */
  readonly bytes: Uint8Array
}

/** What is being read right now. `page` is 0 while a document is opened. */
export interface IntakeProgress {
  readonly item: number
  readonly items: number
  readonly name: string
  readonly page: number
  readonly pages: number
}

/** A picture as a file: PNG, JPEG or what else the recogniser reads. */
export interface PagePicture {
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

/** A word on a picture; its box in the picture's pixels. */
export interface RecognisedWord {
  readonly text: string
  readonly box: PageBox
}

export interface RecognisedText {
  readonly lines: readonly (readonly RecognisedWord[])[]
  /** 0 to 100, as the recogniser sees it. */
  readonly confidence: number
}

/** Reads the letters of a picture. */
export type Recognise = (picture: PagePicture) => Promise<RecognisedText>

export interface IntakeOptions {
  readonly pdf: PdfTools
  /** Without it, pictures and pages without text are listed as not screened. */
  readonly recognise?: Recognise
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: IntakeProgress) => void
  /** Awaited before each page and document: how the work is paused. */
  readonly mayGoOn?: () => Promise<void>
}

/** Something of a document that is a document itself, or the reason why it was not even unpacked. */
export interface Source {
  readonly name: string
  readonly bytes: Uint8Array
  /** How many documents are around it. */
  readonly depth: number
  /** How many of those are archives. */
  readonly archives: number
  readonly refused?: NotScreenedReason
}

/** Why a whole document could not be read. The message is the code: nothing of the case is in it. */
export class IntakeRefusal extends Error {
  override readonly name = 'IntakeRefusal'
  readonly why: NotScreenedReason

  constructor(why: NotScreenedReason) {
    super(why)
    this.why = why
  }
}
