import type { Step, Unit } from '../../utils/knowledge/citation.ts'
import type { ActVersion } from '../../utils/knowledge/register.ts'
import type { CanonicalCitation } from '../contract/knowledge.ts'

/** A citation in the one form that is stored and compared. A range is written "1-10". */
export function canonical(steps: readonly Step[], version: ActVersion | null, on: string): CanonicalCitation {
  const value = (unit: Unit): string | null => {
    const step = steps.find((each) => each.unit === unit)
    return step === undefined ? null : [step.from, step.to].filter((end) => end !== null).join('-')
  }
  const { short = null, title = null, eli = null } = version ?? {}
  const outer = steps.find(({ unit }) => unit === 'paragraph' || unit === 'article' || unit === 'point')
  const place = outer === undefined ? null : value(outer.unit)
  const { section, letter } = lettered(place)
  return {
    act: short ?? title,
    eli,
    chapter: value('chapter'),
    section,
    letter,
    stk: value('stk'),
    nr: value('nr'),
    litra: value('litra'),
    pkt: value('pkt'),
    as_of: on,
  }
}

/** "32a" is section 32, letter a. */
function lettered(place: string | null): { readonly section: string | null; readonly letter: string | null } {
  const [, section = place, letter = null] = /^(\d+)(\p{L}+)$/u.exec(place ?? '') ?? []
  return { section, letter }
}
