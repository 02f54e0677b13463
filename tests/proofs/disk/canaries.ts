import { generateCases } from '#demo/data/generate.ts'
import type { CaseRecord } from '#demo/data/case-record.ts'
import { danishDay } from '#utils/case-session/today.ts'
import { markCase } from '../support/marked-cases.ts'
import type { Needle } from './scan.ts'

/** What kind of text a canary is: names and numbers a host page may put into titles and addresses by itself; the rest it may not. */
export type CanaryKind = 'text' | 'name' | 'cpr' | 'case number'

export interface Canaries {
  readonly cases: readonly CaseRecord[]
  readonly needles: readonly Needle[]
  readonly kindOf: (needle: string) => CanaryKind
  /** What the model says: found nowhere else either. */
  readonly answer: string
}

const PEOPLE = 12

/** Cases whose every free text, name and number is found nowhere else on earth, or at least on this disk. */
export function plantCanaries(seed: number): Canaries {
  const run = ((seed * 2_654_435_761) % 4_294_967_296).toString(36).replaceAll(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)))
  const letters = (index: number) => String.fromCharCode(97 + Math.floor(index / 5), 107 + (index % 5))
  const cases = generateCases({ seed: `canary-${seed}`, today: danishDay(new Date()) })
    .filter(({ lock }) => lock === null)
    .slice(0, PEOPLE)
    .map((found, index) => markCase(found, `kanarie${run}${letters(index)}`, `fugl${run}${letters(index)}`))
  const needles = cases.flatMap((found, index): Needle[] => {
    const cpr = String(found.facts['citizen.cpr'])
    return [
      { id: `text ${index}`, spellings: [`kanarie${run}${letters(index)}`] },
      { id: `name ${index}`, spellings: [`ugl${run}${letters(index)}sen`] },
      { id: `cpr ${index}`, spellings: [cpr, `${cpr.slice(0, 6)}-${cpr.slice(6)}`, `${cpr.slice(0, 6)} ${cpr.slice(6)}`] },
      { id: `case number ${index}`, spellings: [String(found.facts['case.number'])] },
    ]
  })
  return { cases, needles, answer: `Svar kanarie${run}svar.`, kindOf: (needle) => needle.replace(/ \d+$/, '') as CanaryKind }
}
