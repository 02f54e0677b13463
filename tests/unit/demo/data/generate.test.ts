import { describe, expect, it } from 'vitest'
import type { CaseRecord } from '#demo/data/case-record.ts'
import { BREAK_MARK, SPELLINGS, inventCpr, isInvented } from '#demo/data/cpr.ts'
import { generateCases } from '#demo/data/generate.ts'
import { seeded } from '#demo/data/random.ts'
import { SIZES } from '#demo/data/sizes.ts'
import { addMonths, calendarDay, day } from '#utils/domain/calendar-day.ts'
import { GROUP_NAMES, factDefinition, isListGroup, keysOfGroup } from '#utils/domain/fact-catalogue.ts'
import type { FactKey } from '#utils/domain/fact-catalogue.ts'
import { valueFits } from '#utils/guidance/value-fits.ts'

const today = day('2026-11-22')
const sets = new Map<string, readonly CaseRecord[]>()
/** One set a seed: journals are long, and most tests may share them. */
function make(seed: string | number = 1, extra = 60): readonly CaseRecord[] {
  const name = `${seed}/${extra}`
  const made = sets.get(name) ?? generateCases({ seed, today, extra })
  sets.set(name, made)
  return made
}
const named = make().filter((found) => found.named)

function* values(found: CaseRecord): Generator<readonly [FactKey, unknown]> {
  for (const [key, value] of Object.entries(found.facts)) yield [key as FactKey, value]
  for (const rows of Object.values(found.lists)) {
    for (const row of rows) for (const [key, value] of Object.entries(row)) if (key !== 'id') yield [key as FactKey, value]
  }
}

describe('generateCases', () => {
  it('gives the same cases for the same seed and day, and others for another seed', () => {
    const plain = (seed: number) =>
      JSON.stringify(generateCases({ seed, today, extra: 12 }).filter(({ size }, index) => size !== 'extreme' && index % 4 === 0))
    const once = plain(7)
    expect(plain(7)).toBe(once)
    expect(plain(8)).not.toBe(once)
  })

  it('keeps the ids of named persons over seeds, so that links stay', () => {
    expect(make(2, 0).map(({ guid, number }) => [guid, number])).toEqual(make(3, 0).map(({ guid, number }) => [guid, number]))
    expect(new Set(make(2, 2000).flatMap(({ guid, number }) => [guid, String(number)])).size).toBe(2 * make(2, 2000).length)
  })

  it('names at least 24 persons, each with a story', () => {
    expect(named.length).toBeGreaterThanOrEqual(24)
    expect(named.filter(({ story }) => story.length < 20)).toEqual([])
  })

  it('draws synthetic persons over the four size classes', () => {
    const sizes = new Map<string, number>()
    for (const { size, named: isNamed } of make(5, 600)) if (!isNamed) sizes.set(size, (sizes.get(size) ?? 0) + 1)
    for (const [size, { share }] of Object.entries(SIZES)) expect((sizes.get(size) ?? 0) / 600, size).toBeCloseTo(share, 0.9)
  })

  it('keeps journals within the size class', () => {
    for (const found of make()) {
      if (found.named) continue
      const [low, high] = SIZES[found.size].notes
      expect(found.lists.note.length).toBeGreaterThanOrEqual(low)
      expect(found.lists.note.length).toBeLessThanOrEqual(high)
    }
  })

  it('moves stories with today', () => {
    const later = generateCases({ seed: 1, today: addMonths(today, 14) })
    expect(later[0]?.facts['contact.startDate']).toBe('2027-09-20')
    expect(later[0]?.facts['contact.heldCount']).toBe(named[0]?.facts['contact.heldCount'])
  })
})

describe('values', () => {
  it('fit the type of their key, for named and synthetic persons', () => {
    const wrong: string[] = []
    for (const found of make()) {
      for (const [key, value] of values(found)) {
        if (value !== null && !valueFits(key, value as never)) wrong.push(`${found.story}: ${key} ${JSON.stringify(value).slice(0, 40)}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('fill every key of the catalogue for someone, and leave the keys of a page empty for someone', () => {
    const filled = new Set<string>()
    const empty = new Set<string>()
    for (const found of named) for (const [key, value] of values(found)) (value === null ? empty : filled).add(key)
    const keys = GROUP_NAMES.filter((group) => group !== 'session').flatMap((group) => keysOfGroup(group))
    expect(keys.filter((key) => !filled.has(key))).toEqual([])
    for (const key of [
      'citizen.interpreter',
      'case.end',
      'contact.exemptionReason',
      'sick.employer',
      'prep.adviceReceived',
      'decision.reasons',
      'access.decided',
    ]) {
      expect(empty).toContain(key)
    }
  })

  it('use every value of the enums that rules read', () => {
    const seen = new Set(make().flatMap((found) => [...values(found)].map(([key, value]) => `${key}=${String(value)}`)))
    for (const key of [
      'decision.status',
      'meeting.status',
      'meeting.form',
      'offer.status',
      'note.status',
      'task.status',
      'access.law',
      'prep.status',
    ] as const) {
      for (const value of factDefinition(key)?.values ?? []) {
        expect(seen, `${key}=${value}`).toContain(`${key}=${value}`)
      }
    }
  })

  it('count held talks from the talks themselves', () => {
    for (const found of make()) {
      const start = String(found.facts['contact.startDate'])
      const end = addMonths(day(start), 6)
      const held = found.lists.meeting.filter(
        (row) =>
          row['meeting.status'] === 'Afholdt' &&
          String(row['meeting.at']).slice(0, 10) >= start &&
          String(row['meeting.at']).slice(0, 10) <= end,
      )
      expect(found.facts['contact.heldCount']).toBe(held.length)
    }
  })

  it('hold no talk in the future and plan none in the past', () => {
    for (const found of make()) {
      for (const row of found.lists.meeting) {
        const on = String(row['meeting.at']).slice(0, 10)
        if (row['meeting.status'] === 'Afholdt') expect(on <= today).toBe(true)
        if (row['meeting.status'] === 'Planlagt') expect(on >= today).toBe(true)
      }
    }
  })

  it('keep a protected address off the page', () => {
    const shielded = named.filter((found) => found.facts['citizen.protectedAddress'] === true)
    expect(shielded.length).toBeGreaterThan(0)
    for (const found of shielded) expect(found.facts).not.toHaveProperty('citizen.address')
  })
})

describe('CPR numbers', () => {
  const cprIn = /(?<![\d])(\d{6})[-\u200B ]?(\d{4})(?!\d)/g

  it('are ones that nobody holds, in fields, relations and running text', () => {
    const wrong: string[] = []
    for (const found of make()) {
      const numbers = [String(found.facts['citizen.cpr']), ...found.relations.map(({ cpr }) => cpr)]
      for (const [key, value] of values(found)) {
        if (key === 'note.body' && typeof value === 'string' && value.length < 50_000) {
          for (const [, left, right] of value.replaceAll(BREAK_MARK, '').matchAll(cprIn)) numbers.push(`${left}${right}`)
        }
      }
      wrong.push(...numbers.filter((cpr) => (!isRealDate(cpr) ? false : !isInvented(cpr))))
    }
    expect(wrong).toEqual([])
  })

  it('are invented for any birthday, and tell the sex', () => {
    for (let year = 1925; year < 2010; year++) {
      const born = calendarDay(year, 1 + (year % 12), 1 + (year % 28))
      if (!born) continue
      const cpr = inventCpr(born, seeded(String(year)), year % 2 === 0)
      expect(cpr).toMatch(/^\d{10}$/)
      expect(isInvented(cpr)).toBe(true)
      expect(Number(cpr.at(-1)) % 2).toBe(year % 2 === 0 ? 0 : 1)
    }
    expect(isInvented(['010190', '1234'].join(''))).toBe(false)
  })

  it('keep their ten digits in every spelling', () => {
    for (const spell of SPELLINGS) expect(spell('1407526123').replaceAll(/\D/g, '')).toBe('1407526123')
    expect(new Set(SPELLINGS.map((spell) => spell('1407526123'))).size).toBe(SPELLINGS.length)
  })
})

/** Only numbers that could be a birthday are CPR-like. */
function isRealDate(cpr: string): boolean {
  const [dd, mm] = [Number(cpr.slice(0, 2)) % 60, Number(cpr.slice(2, 4))]
  return dd >= 1 && dd <= 31 && mm >= 1 && mm <= 12
}

const OPEN_SLOT = /\{(?:d|s|cpr\d*|navn|stor):|\{(?:eget|ligner|fornavn|firma|sb|kollega|foer|laege|kursus|dato2?|n|t)\}/

describe('planted facts', () => {
  it('point at rows or keys that exist, and cite rows that hold the answer', () => {
    const kinds = new Set<string>()
    for (const found of named) {
      const ids = new Set(Object.values(found.lists).flatMap((rows) => rows.map(({ id }) => id)))
      for (const fact of found.planted) {
        kinds.add(fact.kind)
        for (const place of [...fact.at, ...fact.cites]) {
          expect(ids.has(place) || factDefinition(place) !== null, `${fact.id}: ${place}`).toBe(true)
        }
        expect(fact.answer).not.toMatch(/[{}]/)
      }
    }
    expect([...kinds].toSorted()).toEqual([
      'broken-promise',
      'contradiction',
      'document-contradicts',
      'injection',
      'misfiled',
      'needle',
      'overdue',
      'superseded',
      'third-party-cpr',
    ])
  })

  it('write the foreign number that the answer names into the note', () => {
    for (const found of named) {
      for (const fact of found.planted.filter(({ kind }) => kind === 'third-party-cpr')) {
        const text = String(found.lists.note.find(({ id }) => id === fact.at[0])?.['note.body']).replaceAll(/[^\d]/g, '')
        for (const cpr of fact.answer.split(', ')) expect(text, fact.id).toContain(cpr.replace('-', ''))
      }
    }
  })

  it('leave no slot of a story open in any text', () => {
    for (const found of named) {
      for (const [key, value] of values(found)) {
        if (typeof value === 'string' && value.length < 50_000) expect(value, key).not.toMatch(OPEN_SLOT)
      }
    }
  })

  it('hold one note of two megabytes', () => {
    expect(named.flatMap((found) => found.lists.note).some((row) => String(row['note.body']).length >= 2_000_000)).toBe(true)
  })
})

it('lists every list group of the catalogue', () => {
  for (const found of named) {
    expect(Object.keys(found.lists).toSorted()).toEqual(GROUP_NAMES.filter((group) => isListGroup(group)).toSorted())
  }
})
