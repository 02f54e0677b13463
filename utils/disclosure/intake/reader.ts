import type { DocumentId } from '../model/screened-document.ts'
import type { Budget } from './budget.ts'
import type { Draft } from './draft.ts'
import type { IntakeOptions, Source } from './intake.ts'

/** What every reader of a kind of file is given beside the file. */
export interface IntakeContext {
  readonly options: IntakeOptions
  readonly budget: Budget
  readonly nextId: () => DocumentId
  readonly progress: (name: string, page: number, pages: number) => void
  /** Waits while the work is paused; throws once it is stopped. */
  readonly step: () => Promise<void>
}

export type Members = Iterable<Source> | AsyncIterable<Source>

/** Reads one document into the draft, and gives the documents that are in it. */
export type Reader = (source: Source, draft: Draft, context: IntakeContext) => Promise<Members>

export const NO_MEMBERS: Members = []
