import { hash } from 'node:crypto'
import type { Caller } from '../auth/caller.ts'
import type { Metrics } from '../observe/metrics.ts'
import type { Store } from '../store/store.ts'
import type { AllowedModel } from '../upstream/upstreams.ts'
import { Book } from './book.ts'
import { Desk } from './desk.ts'
import type { LimitsConfig } from './limits-config.ts'
import type { Ask, LimitRefusal, Limits, Reservation } from './limits.ts'
import { danishDayOf, keptPeriod, minuteOf } from './periods.ts'

export interface LimitsParts {
  readonly store: Store
  readonly now: () => number
  readonly metrics: Metrics
  readonly models: readonly AllowedModel[]
}

const FULL_RETRY_SECONDS = 2
const STORE_RETRY_MS = 5000
const USER_KEPT_MS = 3_600_000

/**
 * Requests a minute and tokens a day for each user, unit and the municipality, shared by all replicas; and calls at
 * once, which each replica counts for itself.
 * @throws Error when a weight names a model that is not allowed.
 */
export function createLimits(config: LimitsConfig, { store, now, models }: LimitsParts): Limits {
  const weights = weightsOf(config, models)
  const desk = new Desk({ store, now, leaseSeconds: config.leaseSeconds, settleMilliseconds: config.settleMilliseconds })
  const periodsAt = { minute: keptPeriod(minuteOf), day: keptPeriod(danishDayOf) }
  const municipality = new Book('municipality', config.municipality, { config, desk, periodsAt })
  const units = new Map<string, Book>()
  const users = new Map<string, Book>()

  function unitBook(unit: string): Book {
    return kept(units, unit, () => new Book(`unit ${unit}`, termsOf(config, unit), { config, desk, periodsAt }))
  }
  function userBook(subject: string): Book {
    return kept(users, subject, () => {
      forgetIdle(users, now())
      return new Book(`user ${hash('sha256', subject, 'base64')}`, config.user, { config, desk, periodsAt })
    })
  }
  function amountOf({ model, tokens }: Ask): number {
    return Math.ceil(tokens * (weights.get(model) ?? 1))
  }
  return {
    reserve(caller: Caller, ask: Ask) {
      const books = [userBook(caller.subject), unitBook(caller.unit), municipality]
      if (!books.every((book) => book.hasRoom)) return Promise.resolve(refusal('too-many-requests', FULL_RETRY_SECONDS))
      for (const book of books) book.enter()
      const amount = amountOf(ask)
      const at = now()
      if (!books.every((book) => book.has(amount, at))) return waitFor(books, { amount, at, weigh })
      for (const book of books) book.take(amount, at)
      return Promise.resolve(reservation(books, { amount, at, weigh }))

      function weigh(tokens: number): number {
        return amountOf({ model: ask.model, tokens })
      }
    },
    close: () => desk.close(),
  }
}

interface Promised {
  readonly amount: number
  readonly at: number
  readonly weigh: (tokens: number) => number
}

function reservation(books: readonly Book[], { amount, at, weigh }: Promised): Reservation {
  let isOpen = true
  return {
    granted: true,
    settle(spent) {
      if (!isOpen) return
      isOpen = false
      for (const book of books) {
        book.leave()
        book.settle({ promised: amount, used: spent === null ? amount : weigh(spent.tokens), at })
      }
    },
  }
}

/** In this order: what cannot be known, what is over in a minute, what lasts until tomorrow. */
const REASONS = [
  ['store', 'not-ready'],
  ['requests', 'too-many-requests'],
  ['tokens', 'budget-spent'],
] as const

/**
 * Something must be asked of the store. All or nothing: what one limit gave is put back when another one refuses. Only a
 * request that there are no tokens for has been made all the same: otherwise asking again and again would cost nothing.
 */
async function waitFor(books: readonly Book[], promised: Promised): Promise<Reservation | LimitRefusal> {
  const answers = await Promise.all(books.map((book) => book.takeOrWait(promised.amount, promised.at)))
  for (const [why, code] of REASONS) {
    const refused = answers.filter((answer) => answer.why === why)
    if (refused.length === 0) continue
    for (const book of books) book.leave()
    for (const { putBack, putBackTokens } of answers) (why === 'tokens' ? putBackTokens : putBack)()
    const afterMs = why === 'store' ? STORE_RETRY_MS : Math.max(...refused.map(({ retryAfterMs }) => retryAfterMs))
    return refusal(code, Math.max(1, Math.ceil(afterMs / 1000)))
  }
  return reservation(books, promised)
}

function refusal(code: LimitRefusal['code'], retryAfterSeconds: number): LimitRefusal {
  return { granted: false, code, retryAfterSeconds }
}

function termsOf({ unit: usual, units }: LimitsConfig, unit: string): LimitsConfig['unit'] {
  const own = Object.hasOwn(units, unit) ? units[unit] : undefined
  return {
    requestsPerMinute: own?.requestsPerMinute ?? usual.requestsPerMinute,
    callsAtOnce: own?.callsAtOnce ?? usual.callsAtOnce,
    tokensPerDay: own?.tokensPerDay ?? usual.tokensPerDay,
  }
}

function weightsOf({ modelWeights }: LimitsConfig, models: readonly AllowedModel[]): ReadonlyMap<string, number> {
  const known = new Set(models.map(({ id }) => id))
  for (const id of Object.keys(modelWeights))
    if (!known.has(id)) throw new Error(`limits.modelWeights names ${id}, which is not an allowed model`)
  return new Map(Object.entries(modelWeights))
}

function kept<T>(map: Map<string, T>, key: string, make: () => T): T {
  const found = map.get(key)
  if (found !== undefined) return found
  const made = make()
  map.set(key, made)
  return made
}

function forgetIdle(users: Map<string, Book>, now: number): void {
  for (const [subject, book] of users) if (book.isIdle(now - USER_KEPT_MS)) users.delete(subject)
}
