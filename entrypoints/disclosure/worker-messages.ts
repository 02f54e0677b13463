import type { Finding, FileSubject } from '#utils/disclosure/model/finding.ts'
import type { NearDuplicate } from '#utils/disclosure/finding/near-duplicates.ts'
import type { FilingAnswer } from '#utils/disclosure/misfiled/find-misfiled.ts'
import type { ScreenedDocument } from '#utils/disclosure/model/screened-document.ts'
import type { InputFile, IntakeDocument, IntakeProgress } from '#utils/disclosure/intake/intake.ts'

/** From the page to the worker that reads. Stopping needs no message: the worker is ended. */
export type ToReader =
  | { readonly kind: 'read'; readonly files: readonly InputFile[] }
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' }

/** Everything the reader tells. */
export type FromReader =
  | { readonly kind: 'progress'; readonly progress: IntakeProgress }
  | { readonly kind: 'document'; readonly document: IntakeDocument }
  | { readonly kind: 'end' }

/** From the page to the worker that looks for what is in the documents. */
export interface ToFinder {
  readonly documents: readonly ScreenedDocument[]
  readonly subject: FileSubject
}

export interface FromFinder {
  readonly findings: readonly Finding[]
  /** Page by page whose it is, and what is somebody else's. */
  readonly filing: FilingAnswer
  /** Documents that say almost what one before them says. */
  readonly alike: readonly NearDuplicate[]
}
