import type { Random } from '../support/random.ts'
import { CALLS, type Known, type KnownCall } from './calls.ts'

/** A message as it goes over the wire, and what it was made of. */
export interface Fuzzed {
  readonly made: KnownCall
  /** Names of the changes; none: exactly what the product itself would send. */
  readonly changes: readonly string[]
  readonly message: unknown
}

type Json = Record<string, unknown>
interface Change {
  readonly name: string
  readonly apply: (message: Json, random: Random, known: Known) => unknown
}

const ODD: readonly unknown[] = [
  null,
  '',
  0,
  -1,
  1e308,
  true,
  [],
  {},
  [[]],
  'x'.repeat(5000),
  '\u0000',
  '__proto__',
  { toString: 'x' },
  '1; DROP',
  'https://evil.example/',
  '../..',
  ['background', 'content'],
  { $ne: null },
  '\ud800',
]

const CHANGES: readonly Change[] = [
  { name: 'version', apply: (m, r) => ({ ...m, sagshjaelp: r.pick([0, 2, '1', true, null, [1], 1.0000001]) }) },
  {
    name: 'receiver',
    apply: (m, r) => ({ ...m, to: r.pick(['background', 'content', 'panel', 'Background', '', '*', null, ['background']]) }),
  },
  {
    name: 'call',
    apply: (m, r) => ({
      ...m,
      call: r.pick([
        '__proto__',
        'constructor',
        'hasOwnProperty',
        'toString',
        'valueOf',
        `${String(m['call'])} `,
        String(m['call']).toUpperCase(),
        `${String(m['call'])}\u200b`,
        'getToken',
        'fetch',
        'eval',
        'executeScript',
        'setPolicy',
        'openTab',
        '',
      ]),
    }),
  },
  { name: 'another call', apply: (m, r) => ({ ...m, call: r.pick(CALLS).call }) },
  {
    name: 'field dropped',
    apply: (m, r) => {
      const key = r.pick(['call', ...Object.keys(m)])
      return Object.fromEntries(Object.entries(m).filter(([name]) => name !== key))
    },
  },
  {
    name: 'field added',
    apply: (m, r) => ({
      ...m,
      [r.pick(['tabId', 'token', 'frameId', 'origin', 'sender', 'id', 'documentId', 'url', 'admin', '__proto__x'])]: r.pick([
        1,
        2,
        'x',
        'https://localhost/',
        null,
      ]),
    }),
  },
  { name: 'payload added', apply: (m, r) => ({ ...m, payload: m['payload'] ?? r.pick(ODD) }) },
  { name: 'payload replaced', apply: (m, r) => ({ ...m, payload: r.pick(ODD) }) },
  {
    name: 'payload field added',
    apply: (m, r) => ({
      ...m,
      payload: { ...fields(m), [r.pick(['tabId', 'url', 'code', 'files', 'token', 'rule2', 'constructor', 'func'])]: r.pick(ODD) },
    }),
  },
  {
    name: 'payload field odd',
    apply: (m, r) => {
      const all = Object.keys(fields(m))
      return all.length === 0 ? { ...m, payload: { rule: r.pick(ODD) } } : { ...m, payload: { ...fields(m), [r.pick(all)]: r.pick(ODD) } }
    },
  },
  {
    name: 'payload field dropped',
    apply: (m, r) => {
      const all = Object.entries(fields(m))
      const gone = r.int(0, Math.max(0, all.length - 1))
      return { ...m, payload: Object.fromEntries(all.filter((_, at) => at !== gone)) }
    },
  },
  {
    name: 'wrong token',
    apply: (m, r, known) => ({
      ...m,
      payload: {
        ...fields(m),
        token: r.pick([known.token.slice(0, -1), `${known.token}x`, known.token.toUpperCase(), 'x'.repeat(32), [known.token], '']),
      },
    }),
  },
  {
    name: 'rule that is not',
    apply: (m, r) => ({
      ...m,
      payload: { ...fields(m), rule: r.pick(['no-such-rule', '../../x', 'A', '', 'x'.repeat(81), '__proto__', 'constructor']) },
    }),
  },
  {
    name: 'day that is not',
    apply: (m, r) => ({
      ...m,
      payload: { ...fields(m), until: r.pick(['2026-02-30', '9999-12-31', '2026-13-01', 'never', '', '2026-12-1', null, 20261201]) },
    }),
  },
  {
    name: 'wrapped',
    apply: (m, r) =>
      r.pick([
        [m],
        { message: m },
        { data: m, type: 'sagshjaelp' },
        JSON.stringify(m),
        { ...m, message: m },
        { type: 'wxt:content-script-started', ...m },
      ]),
  },
  {
    name: 'nested deep',
    apply: (m) => {
      let deep: unknown = 'x'
      for (let left = 60; left > 0; left -= 1) deep = { payload: deep }
      return { ...m, payload: deep }
    },
  },
  { name: 'not a message', apply: (_m, r) => r.pick(ODD) },
]

const EXACT_SHARE = 0.3

/** One message out of the product's own maps: three in ten exactly right, the others with one to three changes. */
export function fuzzMessage(random: Random, known: Known): Fuzzed {
  const made = random.pick(CALLS)
  const right: Json = { sagshjaelp: 1, to: made.to, call: made.call, ...(made.payload && { payload: made.payload(random, known) }) }
  if (random.chance(EXACT_SHARE)) return { made, changes: [], message: right }
  const changes = Array.from({ length: random.int(1, 3) }, () => random.pick(CHANGES))
  const message = changes.reduce<unknown>((now, { apply }) => (isRecord(now) ? apply(now, random, known) : now), right)
  return { made, changes: changes.map(({ name }) => name), message }
}

function fields(message: Json): Json {
  const { payload } = message
  return isRecord(payload) ? payload : {}
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
