import type { Step, Unit } from '../../utils/knowledge/citation.ts'
import type { ActVersion } from '../../utils/knowledge/register.ts'
import type { CanonicalCitation } from '../contract/knowledge.ts'

/** A citation in the one form that is stored and compared. A range is written "1-10". */
export function canonical(steps: readonly Step[], version: ActVersion | null, on: string): CanonicalCitation {
  const value = (unit: Unit): string | null => {
    const step = steps.find((each) => each.unit === unit)
    return step === undefined ? null : step.to === null ? step.from : `${step.from}-${step.to}`
  }
  const place = value('paragraph') ?? value('article') ?? value('point')
  const [, section = place, letter = null] = /^(\d+)(\p{L}+)$/u.exec(place ?? '') ?? []
  return {
    act: version === null ? null : (version.short ?? version.title),
    eli: version?.eli ?? null,
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
