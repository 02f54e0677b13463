import { describe, expect, it } from 'vitest'
import { buildRulePack } from '#build/rule-pack.ts'
import { HIGHEST_LIX, lix } from '#build/rule-pack-check.ts'

const built = buildRulePack()
if (!built.ok) throw new Error(built.problems.map(({ file, text }) => `${file}: ${text}`).join('\n'))
const { sources } = built
const isLaw = (status: string) => status === 'in-force' || status === 'repealed'

describe('the measure of how hard a text is', () => {
  it('counts words a sentence and the share of words longer than six letters', () => {
    expect(lix('Ring til din mor. Hun er hjemme.')).toBe(3.5)
    expect(lix('Kommunalbestyrelsen tilrettelægger beskæftigelsesindsatsen')).toBe(103)
    expect(lix('')).toBe(0)
  })
})

describe('the rules as a whole', () => {
  it('are at least ninety', () => {
    expect(sources.length).toBeGreaterThanOrEqual(90)
  })

  it.each(sources.map((source) => [source.id, source] as const))(
    '%s is said in plain words, and in at most two sentences',
    (_id, { text }) => {
      expect(lix(text)).toBeLessThanOrEqual(HIGHEST_LIX)
      expect(text).toMatch(/^[A-ZÆØÅ].*[.]$/)
      expect(text.split(/[.](?=\s|$)/).length - 1).toBeLessThanOrEqual(2)
    },
  )

  it.each(sources.map((source) => [source.id, source] as const))(
    '%s leads somewhere, is cited, and names its source or says that it is from memory',
    (_id, { action, versions }) => {
      for (const version of versions) {
        expect(version.action ?? action).not.toBeNull()
        expect(version.cites.length).toBeGreaterThan(0)
        if (version.confidence === 'memory') expect(version.note, `${version.from} is not verified and must say so`).not.toBeNull()
        else expect(version.source, `${version.from} is ${version.confidence}`).not.toBeNull()
      }
    },
  )

  it('hold nothing that comes in 2027 for law: it is announced, and says "muligvis" or why it is not certain', () => {
    const coming = sources
      .flatMap(({ id, versions }) => versions.map((version) => ({ id, ...version })))
      .filter(({ from }) => from >= '2027-01-01')
    expect(coming.length).toBeGreaterThanOrEqual(8)
    expect(coming.filter(({ status }) => isLaw(status))).toEqual([])
    expect(coming.filter(({ note }) => note === null)).toEqual([])
  })

  it('have one severity each, and the critical ones are at least thirty', () => {
    const severities = sources.map(({ severity, versions }) => severity ?? versions.at(-1)?.severity)
    expect(severities).not.toContain(undefined)
    expect(severities.filter((severity) => severity === 'K').length).toBeGreaterThanOrEqual(30)
  })
})
