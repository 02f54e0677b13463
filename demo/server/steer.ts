import { DATE_STYLES, DEFAULT_STEERING, FAILURE_KINDS, LABEL_VARIANTS } from './steering.ts'
import type { FailureKind, Steering } from './steering.ts'

/**
 * Reads steering out of a query: `s.latency=200-4000`, `s.latencyOf=contact:4000,head:100`, `s.fail=note:500,offer:partial`,
 * `s.pageSize=100`, `s.virtual=off`, `s.dates=iso`, `s.mask=on`, `s.labels=1`, `s.preview=on`, `s.titleLag=2000`,
 * `s.stale=4000`, `s.expires=3`, `s.reset=1`. Words it does not know leave the steering as it was.
 */
export function steerBy(query: URLSearchParams, now: Steering): Steering {
  const readers: Readonly<Record<string, (text: string) => Partial<Steering>>> = {
    's.latency': (text) => latency(text),
    's.latencyOf': (text) => ({ latencyOf: numbersOf(text) }),
    's.fail': (text) => ({ fail: failuresOf(text) }),
    's.pageSize': (text) => whole(text, (pageSize) => ({ pageSize: Math.max(1, pageSize) })),
    's.virtual': (text) => ({ virtual: text !== 'off' }),
    's.dates': (text) => oneOf(DATE_STYLES, text, (dates) => ({ dates })),
    's.mask': (text) => ({ maskCpr: text === 'on' }),
    's.labels': (text) => oneOf(LABEL_VARIANTS, Number(text), (labels) => ({ labels })),
    's.preview': (text) => ({ preview: text === 'on' }),
    's.titleLag': (text) => whole(text, (titleLag) => ({ titleLag })),
    's.stale': (text) => whole(text, (stalePanels) => ({ stalePanels })),
    's.expires': (text) => (text === 'never' ? { expiresAfter: null } : whole(text, (expiresAfter) => ({ expiresAfter }))),
  }
  let steering = query.get('s.reset') === '1' ? DEFAULT_STEERING : now
  for (const [name, read] of Object.entries(readers)) {
    const text = query.get(name)
    if (text !== null) steering = { ...steering, ...read(text) }
  }
  return steering
}

export function hasSteering(query: URLSearchParams): boolean {
  return [...query.keys()].some((name) => name.startsWith('s.'))
}

/** How long an answer of a part waits: the part's own latency, or one drawn from the range. */
export function delayOf(steering: Steering, part: string): number {
  const own = steering.latencyOf[part]
  if (own !== undefined) return own
  return steering.latencyMin + Math.random() * Math.max(0, steering.latencyMax - steering.latencyMin)
}

export function failureOf(steering: Steering, part: string): FailureKind | null {
  return steering.fail[part] ?? steering.fail['*'] ?? null
}

export const wait = (ms: number) => (ms > 0 ? new Promise<void>((resolve) => setTimeout(resolve, ms)) : Promise.resolve())

const MOST_LATENCY = 15_000

function latency(text: string): Partial<Steering> {
  const [low = 0, high = low] = text.split('-').map((part) => Math.min(MOST_LATENCY, Number(part) || 0))
  return { latencyMin: low, latencyMax: Math.max(low, high) }
}

function pairs(text: string): readonly (readonly [string, string])[] {
  return text
    .split(',')
    .map((pair) => pair.split(':'))
    .flatMap(([name, value]) => (name && value ? [[name, value] as const] : []))
}

function numbersOf(text: string): Readonly<Record<string, number>> {
  return Object.fromEntries(pairs(text).map(([name, value]) => [name, Math.min(MOST_LATENCY, Number(value) || 0)]))
}

function failuresOf(text: string): Readonly<Record<string, FailureKind>> {
  return Object.fromEntries(
    pairs(text).flatMap(([name, value]) => FAILURE_KINDS.filter((kind) => kind === value).map((kind) => [name, kind])),
  )
}

function oneOf<T>(values: readonly T[], value: unknown, use: (found: T) => Partial<Steering>): Partial<Steering> {
  const found = values.find((known) => known === value)
  return found === undefined ? {} : use(found)
}

function whole(text: string, use: (value: number) => Partial<Steering>): Partial<Steering> {
  return /^\d+$/.test(text) ? use(Number(text)) : {}
}
