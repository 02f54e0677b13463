import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { day } from '#utils/domain/calendar-day.ts'
import type { FactKey } from '#utils/domain/fact-catalogue.ts'
import { siteProfileSchema } from '#utils/page/site-profile.ts'
import type { Reading } from '#utils/page/site-profile.ts'
import { toValue } from '#utils/page/to-value.ts'
import type { RawText } from '#utils/page/to-value.ts'

const profile = siteProfileSchema.parse(JSON.parse(readFileSync('packs/profiles/sagsbord-m.json', 'utf8')))
const context = { profile, today: day('2026-11-22') }
const convert = (key: FactKey, raw: string | RawText, reading: Reading = {}) => {
  const result = toValue(key, typeof raw === 'string' ? { text: raw } : raw, reading, context)
  return result.ok ? result.value : 'UNREADABLE'
}

describe('toValue', () => {
  it.each<readonly [FactKey, string | RawText, unknown]>([
    ['case.start', '22-11-2026', '2026-11-22'],
    ['case.start', '', null],
    ['case.start', '–', null],
    ['doc.title', '*', '*'],
    ['doc.title', '-', null],
    ['case.start', ':', 'UNREADABLE'],
    ['case.start', 'snart', 'UNREADABLE'],
    ['meeting.at', '22.11.26 kl. 13.45', '2026-11-22T13:45'],
    ['citizen.age', '34 år', 34],
    ['decision.amount', '1.250,50', 1250.5],
    ['sick.extent', '100 %', 100],
    ['decision.amount', '12.5', 'UNREADABLE'],
    ['contact.heldCount', '2 af 4', 'UNREADABLE'],
    ['citizen.cpr', '140752 6123', '1407526123'],
    ['citizen.cpr', '140752-XXXX', 'UNREADABLE'],
    ['caseList.primary', 'Ja', true],
    ['caseList.primary', { text: '', checked: false }, false],
    ['caseList.primary', 'måske', 'UNREADABLE'],
    ['case.status', 'AKTIV', 'Aktiv'],
    ['case.status', 'Lukket', 'UNREADABLE'],
    ['citizen.obsNote1', 'Ring\u200B først ', 'Ring først'],
    ['note.body', 'Lang tekst …', 'UNREADABLE'],
    ['note.body', 'En\n\n\n\nto', 'En\n\nto'],
    ['plan.steps', { text: 'a b', items: ['a', 'b'] }, ['a', 'b']],
    ['citizen.name', { text: '', unclear: true }, 'UNREADABLE'],
    ['citizen.name', { text: '', checked: true }, 'UNREADABLE'],
  ])('%s from %j is %j', (key, raw, expected) => {
    expect(convert(key, raw)).toEqual(expected)
  })

  it('takes a part of the text, and says when the part is not there', () => {
    const extract = String.raw`\((6\.[0-9]{1,2})\)`
    expect(convert('case.targetGroup', 'Jobparat kontanthjælp (6.2)', { extract })).toBe('6.2')
    expect(convert('case.targetGroup', 'Jobparat kontanthjælp', { extract })).toBe('UNREADABLE')
    expect(convert('case.targetGroup', '', { extract })).toBeNull()
  })

  it('lets no word list put a value where the catalogue does not allow it', () => {
    expect(convert('sick.category', 'Kategori 1', { words: { 'Kategori 1': '1' } })).toBe('1')
    expect(convert('sick.category', 'Kategori 9', { words: { 'Kategori 9': '9' } })).toBe('UNREADABLE')
    expect(convert('case.start', 'straks', { words: { straks: '2026-01-01' } })).toBe('UNREADABLE')
  })
})
