import { intakeTools } from '#cli/intake-tools.ts'
import type { InputFile, IntakeDocument } from '#utils/disclosure/intake/intake.ts'
import { readFiles } from '#utils/disclosure/intake/read-files.ts'
import { findCpr } from '#utils/privacy/find-cpr.ts'
import type { Random } from './random.ts'

const tools = await intakeTools()

/** What became of some files: the documents, or the error that should never have come out. */
export interface Screened {
  readonly documents: readonly IntakeDocument[]
  readonly crash: string | null
  readonly ms: number
}

export async function screen(inputs: readonly InputFile[]): Promise<Screened> {
  const from = performance.now()
  const documents: IntakeDocument[] = []
  let crash: string | null = null
  try {
    for await (const document of readFiles(inputs, { pdf: tools })) documents.push(document)
  } catch (error) {
    crash = error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
  return { documents, crash, ms: performance.now() - from }
}

/** The numbers that the product's own finder sees in all that was read. */
export function numbersIn(documents: readonly IntakeDocument[]): ReadonlySet<string> {
  return new Set(documents.flatMap(({ parts }) => parts.flatMap(({ text }) => findCpr(text).map(({ digits }) => digits))))
}

export function whysIn(documents: readonly IntakeDocument[]): readonly string[] {
  return documents.flatMap(({ notScreened }) => notScreened.map(({ why }) => why))
}

/** A number that nobody has: the seventh digit and the year say so. */
export function nobodysNumber(random: Random): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(random.int(1, 28))}${two(random.int(1, 12))}${two(random.int(37, 99))}7${String(random.int(0, 999)).padStart(3, '0')}`
}

export function written(number: string): string {
  return `${number.slice(0, 6)}-${number.slice(6)}`
}
