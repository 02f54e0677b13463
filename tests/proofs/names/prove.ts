import { findIn } from '#utils/disclosure/finding/find-in.ts'
import type { DocumentId } from '#utils/disclosure/model/screened-document.ts'
import { z } from '#utils/validation/zod.ts'
import type { Proof, ProofResult } from '../claim.ts'
import { readJsonLines } from '../support/json-lines.ts'
import { requireFound } from '../support/planted.ts'
import { Random } from '../support/random.ts'
import { Tally } from '../support/tally.ts'
import { generate, type NameSample } from './generate.ts'
import { type FoundName, type NameFinder, type NameScore, scoreNames } from './score.ts'

const DEFAULT = 2000
const FOR_FAULTS = 150
const BARS = { recall: 0.95, precision: 0.85, role: 0.9, unlisted: 0.4 } as const

/** Nobody's number: the seventh digit and the year belong to no living person. */
const SUBJECT = { cpr: '0101507000', name: null, own: [] }

const findNames: NameFinder = (text) =>
  findIn(
    {
      id: 'text' as DocumentId,
      name: 'text.txt',
      kind: 'text',
      pages: 0,
      notScreened: [],
      parts: [{ page: null, source: 'body', text, boxes: [] }],
    },
    SUBJECT,
  ).filter(({ category, confidence }) => category === 'person' && confidence !== 'low')

/**
 * `names`: persons in case files are found, with their role, though half of the names stand in no list of the finder. The
 * texts, their names and what looks like a name in them are made by the proof itself.
 */
export const prove: Proof = async ({ seed, n, data, log }) => {
  const tally = new Tally(log)
  const samples = data === null ? generated(seed, n ?? DEFAULT) : readSamples(data)
  requireFound(tally, faults(generated(seed, FOR_FAULTS)), log)
  const score = scoreNames(samples, findNames)
  for (const line of score.wrong) log(`    ${JSON.stringify(line)}`)
  return resultOf(score, tally, log)
}

function generated(seed: number, count: number): readonly NameSample[] {
  const random = new Random(seed)
  return Array.from({ length: count }, (_, at) => generate(at, random))
}

const share = (right: number, of: number): number => (of === 0 ? 1 : right / of)

function holds(score: NameScore): readonly (readonly [string, boolean, string])[] {
  const [recall, precision] = [share(score.found, score.persons), share(score.real, score.finds)]
  const role = share(score.rolesRight, score.roles)
  return [
    ['recall', recall >= BARS.recall, recall.toFixed(4)],
    ['precision', precision >= BARS.precision, precision.toFixed(4)],
    ['role', role >= BARS.role, role.toFixed(4)],
  ]
}

function resultOf(score: NameScore, tally: Tally, log: (line: string) => void): ProofResult {
  const unlisted = share(score.unlistedFound, score.unlisted)
  log(
    `persons ${score.persons}, of them in no list ${score.unlisted}; found of those ${unlisted.toFixed(4)}; finds ${score.finds}; roles looked at ${score.roles}`,
  )
  for (const [name, held, figure] of holds(score)) tally.check(name, held, () => figure)
  if (score.unlisted > 0)
    tally.check('half in no list', score.unlisted / score.persons >= BARS.unlisted, () => String(score.unlisted / score.persons))
  const figure = holds(score)
    .filter(([name]) => name !== 'role' || score.roles > 0)
    .map(([name, , value]) => `${name} ${value}`)
    .join(', ')
  return { ...tally.result(figure), examined: score.persons }
}

/** Finders that are wrong in one way each. */
function faults(samples: readonly NameSample[]) {
  const broken: readonly (readonly [string, NameFinder])[] = [
    ['finds nothing', () => []],
    ['takes every capital', (text) => [...text.matchAll(/\p{Lu}\p{L}+/gu)].map((match) => find(match.index, match[0].length))],
    ['drops last names', (text) => findNames(text).map((one) => ({ ...one, end: one.start + Math.ceil((one.end - one.start) / 2) }))],
    ['calls everybody a citizen', (text) => findNames(text).map((one) => ({ ...one, role: 'borger' }))],
  ]
  return broken.map(([kind, finder]) => ({ kind, found: holds(scoreNames(samples, finder)).some(([, held]) => !held) }))
}

function find(start: number, length: number): FoundName {
  return { start, end: start + length, role: null }
}

const Line = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  text: z.string(),
  entities: z.array(z.object({ start: z.int().min(0), end: z.int().min(1), label: z.string(), text: z.string().optional() })).default([]),
})

function readSamples(path: string): readonly NameSample[] {
  return readJsonLines(path, Line).map(({ id, text, entities }) => ({ id, text, persons: entities.filter(({ label }) => label === 'PER') }))
}
