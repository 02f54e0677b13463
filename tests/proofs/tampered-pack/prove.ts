import type { Proof } from '../claim.ts'
import { requireFound } from '../support/planted.ts'
import { Random } from '../support/random.ts'
import { Tally } from '../support/tally.ts'
import { BYTE_MUTATORS } from './byte-mutants.ts'
import { checkVectors } from './vectors.ts'
import { FAULTS } from './faults.ts'
import { goodSubjects, newKeys, type Keys, type Subject } from './good.ts'
import { JSON_MUTATORS } from './json-mutants.ts'
import type { Mutator } from './mutant.ts'
import { openReader, type OpenReader } from './reader.ts'
import { SIGNED_MUTATORS } from './signed-mutants.ts'

const MUTANTS = 20_000
const FAULT_MUTANTS = 5000
/** One in so many is made of the whole pack, which takes long to read. */
const WHOLE_SHARE = 0.03

const MUTATORS = Object.entries({ ...BYTE_MUTATORS, ...JSON_MUTATORS, ...SIGNED_MUTATORS })

/**
 * Changes good signed packs, own rules and switches in every way we know, and counts those that are taken into use. The
 * good ones must be accepted, and the last good one must stay in use after every refusal. `--data` brings signed texts
 * with the answers they should get.
 */
export const prove: Proof = async ({ seed, n, data, log }) => {
  const tally = new Tally(log)
  if (data !== null) {
    const count = await checkVectors(data, tally)
    return tally.result(`${count} signed texts, ${tally.failed} not as expected`)
  }
  const keys = newKeys()
  const subjects = goodSubjects(keys)
  await plant(keys, subjects.small, tally, { seed, log })
  const random = new Random(seed)
  const all = [subjects.small, subjects.small, subjects.own, subjects.switches]
  const amount = n ?? MUTANTS
  const byKind = new Map<string, number>()
  const session = await openSessions(openReader, [...all, subjects.whole], keys, tally)
  for (let index = 0; index < amount;) {
    const subject = random.chance(WHOLE_SHARE) ? subjects.whole : random.pick(all)
    const [kind, mutate] = MUTATORS[index % MUTATORS.length] ?? random.pick(MUTATORS)
    const before = tally.examined
    await tryMutant({ kind, mutate, subject, session }, random, tally)
    // Where a kind does not apply to this text, another text is drawn.
    if (tally.examined === before) continue
    byKind.set(kind, (byKind.get(kind) ?? 0) + 1)
    index += 1
  }
  for (const [kind, count] of byKind) log(`${kind}: ${count}`)
  for (const subject of Object.values(subjects)) {
    const { refused } = await openReader(subject, keys)(subject.text)
    tally.check('good one refused', refused === null, () => `${subject.name}: ${refused}`)
  }
  return tally.result(`${amount} mutants of ${MUTATORS.length} kinds, ${tally.failuresOf('accepted')} accepted`)
}

type Session = ReadonlyMap<Subject, ReturnType<OpenReader>>

/** A reader for each text, which has taken the good one into use. */
async function openSessions(open: OpenReader, subjects: readonly Subject[], keys: Keys, tally: Tally): Promise<Session> {
  const session = new Map<Subject, ReturnType<OpenReader>>()
  for (const subject of new Set(subjects)) {
    const reader = open(subject, keys)
    const { refused, inUse } = await reader(subject.text)
    tally.check('good one refused', refused === null && inUse === subject.text, () => `${subject.name}: ${refused}`)
    session.set(subject, reader)
  }
  return session
}

interface Attempt {
  readonly kind: string
  readonly mutate: Mutator
  readonly subject: Subject
  readonly session: Session
}

async function tryMutant({ kind, mutate, subject, session }: Attempt, random: Random, tally: Tally): Promise<void> {
  const mutant = mutate(subject, random)
  const reader = session.get(subject)
  if (mutant === null || mutant.text === subject.text || reader === undefined) return
  const { refused, inUse } = await reader(mutant.text)
  const what = () => `${kind} of ${subject.name}: ${refused ?? 'accepted'}: ${mutant.text.slice(0, 200)}`
  const held = tally.check('accepted', refused !== null, what) && tally.check('last good one gone', inUse === subject.text, what)
  if (held && mutant.code !== undefined) tally.check('wrong reason', refused === mutant.code, what)
}

/** Readers that leave one check out: each must be shown up by some mutant. */
async function plant(keys: Keys, subject: Subject, tally: Tally, { seed, log }: { seed: number; log: (line: string) => void }) {
  const found = []
  for (const { name, open } of FAULTS) {
    const own = new Tally(() => {})
    const session = await openSessions(open, [subject], keys, own)
    const random = new Random(seed)
    const shown = () => own.failuresOf('accepted') + own.failuresOf('last good one gone') > 0
    for (let index = 0; index < FAULT_MUTANTS && !shown(); index += 1) {
      const [kind, mutate] = MUTATORS[index % MUTATORS.length] ?? random.pick(MUTATORS)
      await tryMutant({ kind, mutate, subject, session }, random, own)
    }
    found.push({ kind: name, found: shown() })
  }
  requireFound(tally, found, log)
}
