import { evaluate } from 'feelin'
import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import type { PackRule, RulePack } from '#utils/guidance/pack-schema.ts'
import { printFeel } from '#utils/guidance/feel/print.ts'

/** The peer: feelin on the text of the newest version's conditions, as far as they count no days and look at no single row, which it could not. */
export function feelinTexts(pack: RulePack): readonly string[] {
  return pack.rules.flatMap(({ versions, forEach }: PackRule) => {
    if (forEach !== null) return []
    const law = versions.findLast(({ status }) => status === 'in-force' || status === 'repealed')
    const texts = law ? [printFeel(law.applies.tree), printFeel(law.met.tree)] : []
    return texts.filter((text) => !/\b(?:add|whole|last|first|days)[A-Z]/.test(text) && !text.includes('date('))
  })
}

/** The case as JSON without the way back from each row, round which feelin would run for ever. */
export function feelinCase(data: Readonly<Record<string, unknown>>, today: CalendarDay): Readonly<Record<string, unknown>> {
  const entries = Object.entries(data).map(([key, value]) => [key, Array.isArray(value) ? value.map(bareRow) : value])
  return { ...Object.fromEntries(entries), today } as Readonly<Record<string, unknown>>
}

const bareRow = ({ $: _root, ...cells }: Readonly<Record<string, unknown>>) => cells

export function runFeelin(texts: readonly string[], data: Readonly<Record<string, unknown>>): number {
  let held = 0
  for (const text of texts) if (evaluate(text, data).value === true) held += 1
  return held
}
