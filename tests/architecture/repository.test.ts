import { describe, expect, it } from 'vitest'
import { ERRORS } from '#utils/domain/error-code.ts'
import { FACT_CATALOGUE, GROUP_NAMES } from '#utils/domain/fact-catalogue.ts'
import { read, trackedFiles } from './tracked-files.ts'

const SOURCE = /\.(ts|tsx)$/
const SHIPPED = /^(entrypoints|components|utils|customer)\/.*\.(ts|tsx)$/

describe('the repository', () => {
  it('has no loose file in utils, components or tests: every file is in a named module', () => {
    expect(trackedFiles(/^(utils|components)\/[^/]+$/)).toEqual([])
  })

  it('writes to the console nowhere in what ships', () => {
    const writers = trackedFiles(SHIPPED).filter((file) => /\bconsole\.\w/.test(read(file)))
    expect(writers).toEqual([])
  })

  it('holds no CPR number that a living person could have', () => {
    const shaped = /(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(\d{2})[- ]?(\d)\d{3}(?!\d)/g
    const outside = trackedFiles(/\.(ts|tsx|json|ya?ml|md|html|css|jsonl|txt)$/)
      .filter((file) => file !== 'package-lock.json')
      .flatMap((file) =>
        [...read(file).matchAll(shaped)]
          .filter(([, year, seventh]) => !(Number(year) >= 37 && Number(seventh) >= 5 && Number(seventh) <= 8))
          .map(([found]) => `${file}: ${found}`),
      )
    expect(outside).toEqual([])
  })

  it('gives every TODO a date that has not passed', () => {
    const today = new Date().toISOString().slice(0, 10)
    const late = trackedFiles(SOURCE).flatMap((file) =>
      // In quotes it is a word that a check looks for.
      [...read(file).matchAll(/(?<!')\b(?:TODO|FIXME)\b(?: \[(\d{4}-\d\d-\d\d)\])?/g)]
        .filter(([, date]) => date === undefined || date < today)
        .map(() => file),
    )
    expect(late.filter((file) => !file.startsWith('tests/architecture/'))).toEqual([])
  })

  it('skips and focuses no test', () => {
    const loose = trackedFiles(/^tests\/.*\.(ts|tsx)$/).filter((file) =>
      /\b(?:it|test|describe)\.(?:skip|only|fixme|todo)\(/.test(read(file)),
    )
    expect(loose).toEqual([])
  })
})

describe('the error table', () => {
  it.each(Object.entries(ERRORS))('%s says what happened, what it means and what to do', (_code, { what, means, action }) => {
    for (const sentence of [what, means, action]) expect(sentence).toMatch(/^[A-ZÆØÅ].*[.:]$/)
  })
})

describe('the fact catalogue', () => {
  it('labels every key in Danish and gives every enum distinct values', () => {
    for (const group of GROUP_NAMES) {
      for (const [name, fact] of Object.entries(FACT_CATALOGUE[group].facts)) {
        expect(fact.label, `${group}.${name}`).not.toBe('')
        if (fact.type === 'enum') expect(new Set(fact.values).size, `${group}.${name}`).toBe(fact.values.length)
      }
    }
  })
})
