import type { FactList } from '#utils/domain/case-view.ts'
import { addDays, day } from '#utils/domain/calendar-day.ts'
import { factDefinition, keysOfGroup, type FactKey, type ListGroup, type SingleKey } from '#utils/domain/fact-catalogue.ts'
import type { Fact, FactValue } from '#utils/domain/fact.ts'
import type { CaseInput } from '#utils/guidance/load-case.ts'
import type { Random } from '../support/random.ts'

/** A case with one fact made another. */
export interface Flip {
  readonly key: FactKey
  readonly list: ListGroup | null
  /** Key of the row it was changed in. */
  readonly row: string | null
  readonly input: CaseInput
  readonly what: string
}

/** Each fact of the case and each it could have, one at a time: emptied, unread, another value. */
export function flipsOf(input: CaseInput, keys: readonly SingleKey[], random: Random): readonly Flip[] {
  return [...keys.flatMap((key) => singleFlips(input, key, random)), ...listFlips(input, random)]
}

function singleFlips(input: CaseInput, key: SingleKey, random: Random): readonly Flip[] {
  const now = input.facts[key]?.value
  const values = [undefined, null, otherValue(key, now, random)].filter((value) => value !== now)
  return values.map((value) => {
    const { [key]: _gone, ...rest } = input.facts
    const facts = value === undefined ? rest : { ...rest, [key]: factOf(key, value) }
    return { key, list: null, row: null, input: { ...input, facts }, what: `${key}: ${JSON.stringify(now)} → ${JSON.stringify(value)}` }
  })
}

function listFlips(input: CaseInput, random: Random): readonly Flip[] {
  return (Object.entries(input.lists) as [ListGroup, FactList][]).flatMap(([list, { rows, coverage }]) =>
    rows.flatMap((row, index) =>
      keysOfGroup(list).flatMap((key) => {
        const facts: Readonly<Partial<Record<FactKey, Fact>>> = row.facts
        const now = facts[key]?.value
        const value = random.chance(0.3) && now !== null ? null : otherValue(key, now, random)
        const changed = rows.with(index, { ...row, facts: { ...row.facts, [key]: factOf(key, value) } })
        const next: CaseInput = { ...input, lists: { ...input.lists, [list]: { rows: changed, coverage } } }
        return [{ key, list, row: row.key, input: next, what: `${key} of ${row.key}: ${JSON.stringify(now)} → ${JSON.stringify(value)}` }]
      }),
    ),
  )
}

function factOf(key: FactKey, value: FactValue): Fact {
  return { key, value, source: { pageKind: '', locator: '', asRead: '', readAt: '' } }
}

// oxlint-disable-next-line complexity -- one case a type of fact
function otherValue(key: FactKey, now: FactValue | undefined, random: Random): FactValue {
  const definition = factDefinition(key)
  switch (definition?.type) {
    case 'date':
      return addDays(typeof now === 'string' ? day(now) : day('2026-09-01'), random.pick([-400, -30, -1, 1, 30, 400]))
    case 'dateTime':
      return `${addDays(typeof now === 'string' ? day(now.slice(0, 10)) : day('2026-09-01'), random.pick([-400, -1, 1, 400]))}T10:00`
    case 'number':
      return (typeof now === 'number' ? now : 20) + random.pick([-100, -1, 1, 100])
    case 'yesNo':
      return now !== true
    case 'enum':
      return random.pick((definition.values ?? []).filter((value) => value !== now))
    case 'textList':
      return Array.isArray(now) && now.length > 0 ? [] : ['en', 'to']
    default:
      return `${typeof now === 'string' ? now : ''} noget andet`
  }
}
