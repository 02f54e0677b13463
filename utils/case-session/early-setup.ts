import type { ReaderSetup } from './reader-setup.ts'

const KEPT = Symbol.for('sagshjaelp.early-setup')
const world = globalThis as { [KEPT]?: Promise<ReaderSetup> | undefined }

/** Leaves the answer for the reader, which is still on its way into this document. A failure is the reader's to meet when it asks itself. */
export function keepEarlySetup(asked: Promise<ReaderSetup>): void {
  asked.catch(() => undefined)
  world[KEPT] = asked
}

/** What was asked on the reader's behalf, once: later, settings may have changed. */
export function takeEarlySetup(): Promise<ReaderSetup> | null {
  const kept = world[KEPT] ?? null
  world[KEPT] = undefined
  return kept
}
