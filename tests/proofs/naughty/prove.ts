import type { CaseView } from '#utils/domain/case-view.ts'
import { generateCases } from '#demo/data/generate.ts'
import { danishDay } from '#utils/case-session/today.ts'
import type { Proof } from '../claim.ts'
import { requireFound, type PlantedFault } from '../support/planted.ts'
import { plantCase } from '../support/planted-case.ts'
import { Tally } from '../support/tally.ts'
import { onCommandLine } from './on-command-line.ts'
import { judgeReading, onPages, type PageRun } from './on-pages.ts'
import { makeStrings, readStrings } from './strings.ts'

const DEFAULT = 600

/** `naughty`: texts that programs trip over are read as they stand, change no verdict, and break nothing. */
export const prove: Proof = async ({ seed, n, data, log }) => {
  const tally = new Tally(log)
  const strings = data === null ? makeStrings(seed, n ?? DEFAULT) : readStrings(data)
  requireFound(tally, plantedFaults(seed), log)
  const run: PageRun = { seed, strings, tally, log }
  onCommandLine(run)
  await onPages(run)
  return tally.result(
    `${strings.length} texts of ${new Set(strings.map(({ kind }) => kind)).size} kinds, both dialects and the command line`,
  )
}

/** A reading that is wrong in one place, for each way of being wrong. */
function plantedFaults(seed: number): readonly PlantedFault[] {
  const [found] = generateCases({ seed, today: danishDay(new Date()) })
  if (!found) return []
  const one = plantCase(found, { rows: 2, next: () => 'rigtig tekst' })
  const fact = (key: 'case.team' | 'citizen.address', value: string) => ({
    [key]: { key, value, source: { pageKind: 'x', locator: 'x', asRead: value, readAt: '' } },
  })
  const right = {
    identity: { cpr: one.record.facts['citizen.cpr'], name: one.record.facts['citizen.name'] },
    facts: fact('case.team', 'rigtig tekst'),
    lists: {},
    notRead: [],
  }
  const failures = (view: object) => {
    const tally = new Tally(() => undefined)
    judgeReading(view as CaseView, one, { where: 'planted', tally })
    return tally.failed
  }
  return [
    { kind: 'a right reading is not blamed', found: failures(right) === 0 },
    { kind: 'a changed value', found: failures({ ...right, facts: fact('case.team', 'rigtig tekst!') }) > 0 },
    { kind: 'a cut value', found: failures({ ...right, facts: fact('case.team', 'rigtig') }) > 0 },
    {
      kind: 'an empty value',
      found: failures({ ...right, facts: { 'case.team': { ...fact('case.team', 'x')['case.team'], value: null } } }) > 0,
    },
    { kind: 'a false CPR', found: failures({ ...right, identity: { ...right.identity, cpr: '1407526123' } }) > 0 },
    { kind: 'a wrong name', found: failures({ ...right, identity: { ...right.identity, name: 'En Anden' } }) > 0 },
  ]
}
