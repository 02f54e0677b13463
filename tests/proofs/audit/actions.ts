import { createHash } from 'node:crypto'
import { ENTRY_KINDS, ORIGINS, OUTCOMES, type UsageRecord } from '#proxy/contract/usage-record.ts'
import { FEATURES, PURPOSES } from '#proxy/contract/use.ts'
import type { Random } from '../support/random.ts'
import { keyOf, type Expected } from './expected.ts'
import type { Person } from './people.ts'

/** Words in a prompt that the upstream of this proof does what they say. */
export const MARKS = { cut: 'AFBRYD-SVARET', fail: 'GIV-EN-FEJL', hang: 'STÅ-STILLE' } as const

export interface World {
  readonly url: string
  readonly staff: readonly Person[]
  readonly administrator: Person
  readonly random: Random
  /** What must be in the record, filled in as things happen. */
  readonly expected: Map<string, Expected>
  /** How often records of use were refused, and why. */
  readonly refusals: Map<string, number>
}

/** Does something, and notes what has to be on record for it; nothing when the proxy refused it. */
type Action = (world: World) => Promise<void>

function hex(random: Random, digits: number): string {
  return createHash('sha256').update(String(random.next())).digest('hex').slice(0, digits)
}

function uuid(random: Random): string {
  const text = hex(random, 32)
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-4${text.slice(13, 16)}-a${text.slice(17, 20)}-${text.slice(20)}`
}

function note({ expected }: World, record: Expected): void {
  expected.set(keyOf({ useId: null, caseHash: null, ...record }), record)
}

const headersOf = (person: Person | null, more: Readonly<Record<string, string>> = {}) => ({
  'content-type': 'application/json',
  ...(person === null ? {} : { authorization: `Bearer ${person.token}` }),
  ...more,
})

interface Ask {
  readonly path: '/v1/chat/completions' | '/v1/embeddings'
  readonly body: object
  readonly callKind: 'chat' | 'embeddings'
  readonly model: string
}

/** A model call. How it ended is what the user saw: that is what the record has to say. */
async function callModel(world: World, { path, body, callKind, model }: Ask): Promise<void> {
  const { random } = world
  const person = random.pick(world.staff)
  const about = {
    useId: uuid(random),
    feature: random.pick(FEATURES),
    purpose: random.pick(PURPOSES),
    caseHash: random.chance(0.8) ? hex(random, 64) : null,
  }
  const headers = headersOf(person, {
    'x-sagshjaelp-use': about.useId,
    'x-sagshjaelp-feature': about.feature,
    'x-sagshjaelp-purpose': about.purpose,
    ...(about.caseHash === null ? {} : { 'x-sagshjaelp-case': about.caseHash }),
  })
  const leaves = JSON.stringify(body).includes(MARKS.hang)
  const ending = await seenBy(`${world.url}${path}`, { headers, body, leaves })
  if (ending !== null) note(world, { kind: 'call', subject: person.subject, unit: person.unit, callKind, model, ending, ...about })
}

/** Refusals that come after a model was asked. */
const ASKED_A_MODEL: ReadonlySet<string> = new Set(['content-filtered', 'upstream-failed', 'upstream-timeout', 'no-upstream', 'internal'])

/** `null`: refused before any model was asked. */
async function seenBy(
  url: string,
  { headers, body, leaves }: { readonly headers: Readonly<Record<string, string>>; readonly body: object; readonly leaves: boolean },
): Promise<'done' | 'aborted' | 'error' | null> {
  const gone = new AbortController()
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body), signal: gone.signal })
  if (response.status !== 200) {
    const { error } = (await response.json()) as { error: { code: string } }
    return ASKED_A_MODEL.has(error.code) ? 'error' : null
  }
  if (leaves) {
    await response.body?.getReader().read()
    gone.abort()
    return 'aborted'
  }
  const text = await response.text()
  if (response.headers.get('content-type')?.startsWith('text/event-stream') !== true) return 'done'
  return text.endsWith('data: [DONE]\n\n') && !text.includes('"error"') ? 'done' : 'error'
}

const chat = (content: string, stream: boolean): Ask => ({
  path: '/v1/chat/completions',
  body: { model: 'sag-chat', stream, messages: [{ role: 'user', content }] },
  callKind: 'chat',
  model: 'sag-chat',
})

function usageOf(random: Random): UsageRecord {
  const of = random.int(0, 200)
  return {
    id: uuid(random),
    happenedAt: Date.now() - random.int(0, 3_600_000),
    feature: random.pick(FEATURES),
    purpose: random.pick(PURPOSES),
    origin: random.pick(ORIGINS),
    caseHash: random.chance(0.8) ? hex(random, 64) : null,
    outcome: random.pick(OUTCOMES),
    packs: [{ id: 'employment-rules', serial: random.int(1, 40) }],
    entries: Array.from({ length: random.int(0, 3) }, (_, at) => ({
      kind: ENTRY_KINDS[at] ?? 'other',
      ids: Array.from({ length: random.int(1, 8) }, () => hex(random, 32)),
    })),
    coverage: random.chance(0.7) ? { read: random.int(0, of), of } : null,
    app: '0.1.0',
  }
}

function noteUse(world: World, { subject, unit }: Person, use: UsageRecord): void {
  const { id, feature, purpose, origin, caseHash, outcome, happenedAt } = use
  const entries = use.entries.flatMap(({ kind, ids }) => ids.map((one) => `${kind}:${one}`))
  const coverage = { coverageRead: use.coverage?.read ?? null, coverageOf: use.coverage?.of ?? null }
  note(world, { kind: 'use', subject, unit, useId: id, feature, purpose, origin, caseHash, outcome, happenedAt, entries, ...coverage })
}

/** Sends uses, and notes those that the proxy says are on disk: what it did not acknowledge need not be there, and may. */
async function post(world: World, person: Person | null, uses: readonly UsageRecord[]): Promise<void> {
  const response = await fetch(`${world.url}/v1/usage`, { method: 'POST', headers: headersOf(person), body: JSON.stringify({ uses }) })
  const { results = [], error } = (await response.json()) as {
    readonly results?: readonly { readonly id: string; readonly state: string }[]
    readonly error?: { readonly code: string }
  }
  if (error !== undefined) world.refusals.set(error.code, (world.refusals.get(error.code) ?? 0) + 1)
  for (const [at, { id, state }] of results.entries()) {
    const use = uses[at]
    if (person !== null && use?.id === id && (state === 'recorded' || state === 'already')) noteUse(world, person, use)
  }
}

const ACTIONS: readonly (readonly [weight: number, Action])[] = [
  [22, (world) => callModel(world, chat('Hvad er næste skridt?', true))],
  [14, (world) => callModel(world, chat('Hvad er næste skridt?', false))],
  [
    6,
    (world) =>
      callModel(world, {
        path: '/v1/embeddings',
        body: { model: 'sag-embeddings', input: 'jobplan' },
        callKind: 'embeddings',
        model: 'sag-embeddings',
      }),
  ],
  [5, (world) => callModel(world, chat(`Skriv kort. ${MARKS.cut}`, true))],
  [3, (world) => callModel(world, chat(`Skriv kort. ${MARKS.fail}`, world.random.chance(0.5)))],
  [4, (world) => callModel(world, chat(`Skriv kort. ${MARKS.hang}`, true))],
  // Refused before a model is asked: nothing was used, so nothing is on record.
  [4, (world) => callModel(world, chat('Borgeren har CPR 140752-7123.', true))],
  [2, (world) => callModel(world, { ...chat('Hej', false), body: { model: 'ukendt', messages: [{ role: 'user', content: 'Hej' }] } })],
  [2, (world) => callModel(world, { ...chat('Hej', false), body: { model: 'sag-chat', beskeder: [] } })],
  [2, (world) => post(world, null, [usageOf(world.random)])],
  [2, (world) => post(world, world.random.pick(world.staff), [{ ...usageOf(world.random), note: 'fri tekst' } as UsageRecord])],
  [2, (world) => post(world, world.random.pick(world.staff), [{ ...usageOf(world.random), happenedAt: 1 }])],
  [16, recordUses],
  [6, recordTwice],
  [3, takeAnId],
  [2, exportCase],
]

async function recordUses(world: World): Promise<void> {
  const person = world.random.pick(world.staff)
  const uses = Array.from({ length: world.random.int(1, 3) }, () => usageOf(world.random))
  await post(world, person, uses)
}

async function recordTwice(world: World): Promise<void> {
  const person = world.random.pick(world.staff)
  const use = usageOf(world.random)
  await Promise.all([post(world, person, [use, use]), post(world, person, [use])])
}

/** Another one sends other things under an id that is taken: the first one stands. */
async function takeAnId(world: World): Promise<void> {
  const [first = world.administrator, second = first] = [world.staff[0], world.staff[1]]
  const use = usageOf(world.random)
  await post(world, first, [use])
  await post(world, second, [{ ...usageOf(world.random), id: use.id }])
}

async function exportCase(world: World): Promise<void> {
  const caseHash = hex(world.random, 64)
  const { subject, unit, token } = world.administrator
  note(world, { kind: 'export', subject, unit, caseHash })
  const response = await fetch(`${world.url}/v1/usage/export?case=${caseHash}`, { headers: { authorization: `Bearer ${token}` } })
  await response.text()
}

const TOTAL = ACTIONS.reduce((sum, [weight]) => sum + weight, 0)

export function someAction(random: Random): Action {
  let left = random.next() * TOTAL
  for (const [weight, action] of ACTIONS) {
    left -= weight
    if (left < 0) return action
  }
  return recordUses
}
