import { readFileSync } from 'node:fs'
import { checkSources, type CheckOptions } from '#build/author/check-sources.ts'
import { readRuleFolder } from '#build/author/read-folder.ts'
import { RULES_FOLDER } from '#build/rule-pack.ts'
import { readDocument } from '#proxy/importers/read-document.ts'
import { isRemark, problemLine, type AuthorProblem } from '#utils/guidance/authoring/problem.ts'
import { UnreadableData, type Proof } from '../claim.ts'
import { Random } from '../support/random.ts'
import { Tally } from '../support/tally.ts'
import type { Fault } from './fault.ts'
import { FORM_FAULTS, WORDING_FAULTS, withGoodLaw } from './form-faults.ts'
import { planted, type Raw } from './raw-rule.ts'
import { SENSE_FAULTS } from './sense-faults.ts'

const FAULTS: readonly Fault[] = [...FORM_FAULTS, ...WORDING_FAULTS, ...SENSE_FAULTS]
const LAW = new URL('../../../packs/law/fjordplejelov-2025.xml', import.meta.url).pathname
/** Each fault in so many rules. */
const ROUNDS = 2

/**
 * The pack as it is: no alarm. The pack with one fault in one rule, each of every kind an author could make: each found,
 * by the check that is for it, with a case that shows it where there is one. `--data` takes another folder of rules.
 */
export const prove: Proof = async ({ seed, n, data, log }) => {
  const { meta, rules } = read(data ?? RULES_FOLDER)
  const options: CheckOptions = { lawOn: meta.lawOn, today: meta.lawOn, law: [await readDocument(LAW, 'law')] }
  const random = new Random(seed)
  const tally = new Tally(log)
  const { problems } = await checkSources(
    rules.map((raw) => ({ name: String(raw['id']), raw })),
    options,
  )
  const alarms = problems.filter((problem) => !isRemark(problem))
  for (const raw of rules) {
    const own = alarms.find(({ rule }) => rule === raw['id'])
    tally.check('false alarm', own === undefined, () => (own ? problemLine(own) : ''))
  }
  await checkGoodLaw(rules, options, tally)

  const rounds = n ?? ROUNDS
  const sound = rules.filter((raw) => !alarms.some(({ rule }) => rule === raw['id']))
  for (const fault of FAULTS) {
    const fitting = sound.filter((raw) => fault.fits?.(planted(raw)) ?? true)
    const chosen = random.sample(fitting, rounds)
    tally.check('nowhere to plant', chosen.length > 0, () => fault.name)
    for (const raw of chosen) await plantOne(fault, raw, { options, random, tally })
  }
  const missed = tally.failuresOf('not found')
  return tally.result(
    `${FAULTS.length} kinds of fault in ${rounds} rules each, ${missed} not found; ${tally.failuresOf('false alarm')} false alarms on ${rules.length} rules`,
  )
}

function read(folder: string) {
  try {
    const { meta, files } = readRuleFolder(folder)
    return { meta, rules: files.map(({ raw }) => raw as Raw) }
  } catch (cause) {
    throw new UnreadableData('not a folder of rules', { cause })
  }
}

/** A citation and a quote that the law given has are no fault, and both texts have been read. */
async function checkGoodLaw(rules: readonly Raw[], options: CheckOptions, tally: Tally): Promise<void> {
  const modern = rules.find((raw) => planted(raw).last['from'] !== undefined && String(planted(raw).last['from']) >= '2025-02-03')
  tally.check('law given', readFileSync(LAW, 'utf8').includes('får råd og vejledning.') && modern !== undefined, () => 'nothing to quote')
  if (modern === undefined) return
  const { problems } = await checkSources([{ name: String(modern['id']), raw: withGoodLaw(modern) }], options)
  const wrong = problems.filter(({ code }) => code === 'quote' || code === 'citation')
  tally.check('false alarm', wrong.length === 0, () => wrong.map(problemLine).join('; '))
}

interface Bench {
  readonly options: CheckOptions
  readonly random: Random
  readonly tally: Tally
}

async function plantOne(fault: Fault, raw: Raw, { options, random, tally }: Bench): Promise<void> {
  const rule = planted(raw)
  fault.plant(rule, random)
  const files = [rule.raw, ...rule.others].map((own, index) => ({ name: index === 0 ? String(raw['id']) : String(own['id']), raw: own }))
  const before = new Set((await checkSources([{ name: String(raw['id']), raw }], options)).problems.map(problemLine))
  const { problems } = await checkSources(files, options)
  const found = problems.filter((problem) => isFor(fault, problem) && !before.has(problemLine(problem)))
  const shown = fault.counterCase === undefined || found.some(({ counterCase }) => counterCase !== undefined)
  tally.check('not found', found.length > 0 && shown, () => {
    const instead = problems.map(problemLine).join(' | ') || 'nothing'
    return `${fault.name} in ${String(raw['id'])}; said: ${instead}`
  })
}

function isFor({ code }: Fault, problem: AuthorProblem): boolean {
  return Array.isArray(code) ? code.includes(problem.code) : problem.code === code
}
