import { generate } from '#tests/proofs/names/generate.ts'
import { inventNumber } from '#tests/proofs/foreign-cpr/numbers.ts'
import { LOOK_ALIKES } from '#tests/proofs/foreign-cpr/look-alikes.ts'
import { SPELLINGS } from '#tests/proofs/foreign-cpr/spellings.ts'
import { Random } from '#tests/proofs/support/random.ts'

/** One page of text with what is in it. */
export interface BenchPage {
  readonly text: string
  readonly numbers: readonly Range[]
  readonly persons: readonly Range[]
}

export interface Range {
  readonly start: number
  readonly end: number
}

const LENGTH = 2500

/** So many pages of case files of about 2,500 characters, each with two CPR numbers in any spelling and two things like one. */
export function benchPages(count: number, seed: number): readonly BenchPage[] {
  const random = new Random(seed)
  return Array.from({ length: count }, (_, at) => onePage(at, random))
}

function onePage(at: number, random: Random): BenchPage {
  const numbers: Range[] = []
  const persons: Range[] = []
  let text = ''
  for (let part = 0; text.length < LENGTH; part += 1) {
    const sample = generate(at * 10 + part, random)
    persons.push(...sample.persons.map(({ start, end }) => ({ start: start + text.length, end: end + text.length })))
    text += `${sample.text}\n`
    if (part >= 2) continue
    text += `Se også ${random.pick(LOOK_ALIKES).write(random)}.\n`
    const { before = '', written } = random.pick(SPELLINGS).write(inventNumber(random), random)
    const start = text.length + 'Notat om '.length + before.length
    numbers.push({ start, end: start + written.length })
    text += `Notat om ${before}${written} i dag.\n`
  }
  return { text, numbers, persons }
}
