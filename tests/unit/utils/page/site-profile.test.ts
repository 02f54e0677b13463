import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { profileJsonSchema } from '#build/profile-json-schema.ts'
import { siteProfileSchema } from '#utils/page/site-profile.ts'

const FOLDER = 'packs/profiles'
const read = (name: string): Record<string, unknown> => JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')) as Record<string, unknown>
const names = readdirSync(FOLDER).filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))

describe('site profiles', () => {
  it.each(names)('%s fits its schema and names only what it has', (name) => {
    const profile = siteProfileSchema.parse(read(name))
    for (const page of profile.pages) for (const block of page.blocks ?? []) expect(Object.keys(profile.blocks)).toContain(block)
    const used = [...JSON.stringify(profile).matchAll(/"in":"([^"]+)"/g)].map((match) => match[1])
    for (const region of used) expect(Object.keys(profile.regions)).toContain(region)
    const lists = [...JSON.stringify(profile).matchAll(/"use":"([^"]+)"/g)].map((match) => match[1])
    for (const list of lists) expect(Object.keys(profile.wordLists)).toContain(list)
  })

  it('keeps the JSON Schema that editors use in step with the code', () => {
    expect(readFileSync(`${FOLDER}/site-profile.schema.json`, 'utf8')).toBe(profileJsonSchema())
  })

  it('says of the draft for Fasit that it has not been tried', () => {
    expect(siteProfileSchema.parse(read('fasit.json')).verified).toBe(false)
  })

  it.each([
    ['an unknown key', { blocks: { a: { facts: { 'case.nonsense': { locators: [{ by: 'label', text: 'x' }] } } } } }],
    ['an unbounded pattern', { blocks: { a: { facts: { 'case.start': { locators: [{ by: 'label', text: 'x' }], extract: '(.*)' } } } } }],
    ['a script address as host', { hosts: ['javascript:alert(1)//*'] }],
    ['one identity source', { identity: { sources: [] } }],
    ['a finder of two kinds', { forbidden: [{ css: 'a', label: 'b' }] }],
    ['an unknown field', { onload: 'alert(1)' }],
    ['another version of the schema', { schema: 2 }],
  ])('refuses %s', (_what, change) => {
    expect(siteProfileSchema.safeParse({ ...read('fasit.json'), ...change }).success).toBe(false)
  })
})
