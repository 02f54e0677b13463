import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises'
import type { Caller } from '#proxy/auth/caller.ts'
import type { Limits } from '#proxy/limits/limits.ts'
import type { LimitsConfig } from '#proxy/limits/limits-config.ts'
import { danishDayOf, minuteOf } from '#proxy/limits/periods.ts'
import { Random } from '../support/random.ts'
import { Ledger, type Who } from './ledger.ts'

export interface Drive {
  readonly seed: number
  readonly requests: number
  readonly config: LimitsConfig
  /** The clock of the limits, moved on by the drive. */
  readonly clock: { at: number }
  readonly replicas: readonly Limits[]
}

export const USERS = 200
export const UNITS = 5
const STEPS = 12
const STEP_MS = 20_000
export const MOST_TOKENS = 2000

export function whoIs(user: number): Who {
  return { user: `user-${user}`, unit: `unit-${user % UNITS}` }
}

export function callerFor({ user, unit }: Who): Caller {
  return { subject: user, unit, roles: new Set(['caseworker']), expiresAt: Number.MAX_SAFE_INTEGER }
}

/** All users at once, each going from replica to replica as a balancer would send it. What was granted goes into the ledger. */
export async function drive(options: Drive): Promise<Ledger> {
  const ledger = new Ledger(options.config)
  const perStep = Math.ceil(options.requests / STEPS / USERS)
  for (let step = 0; step < STEPS; step += 1) {
    await Promise.all(Array.from({ length: USERS }, (_, user) => ask({ ...options, ledger, user, step, perStep })))
    options.clock.at += STEP_MS
    // Time for what is not used any more to be given back.
    await sleep(4 * options.config.settleMilliseconds)
  }
  return ledger
}

interface Turn extends Drive {
  readonly ledger: Ledger
  readonly user: number
  readonly step: number
  readonly perStep: number
}

async function ask({ seed, ledger, user, step, perStep, clock, replicas }: Turn): Promise<void> {
  const random = new Random(seed * 7919 + step * 1009 + user)
  const who = whoIs(user)
  for (let i = 0; i < perStep; i += 1) {
    const tokens = random.int(20, MOST_TOKENS)
    const { at } = clock
    const answer = await random.pick(replicas).reserve(callerFor(who), { model: 'm', tokens })
    if (!answer.granted) {
      noteRefusal(ledger, { who, at, tokens, ...answer })
      continue
    }
    ledger.request(who, at)
    for (let turns = random.int(0, 3); turns > 0; turns -= 1) await turn()
    settle(answer, { ledger, who, at, tokens, random })
  }
}

interface Settling {
  readonly ledger: Ledger
  readonly who: Who
  readonly at: number
  readonly tokens: number
  readonly random: Random
}

/** Mostly less than was promised, now and then more, and sometimes nobody knows. */
function settle(
  answer: Extract<Awaited<ReturnType<Limits['reserve']>>, { granted: true }>,
  { ledger, who, at, tokens, random }: Settling,
): void {
  const used = random.chance(0.02) ? null : Math.round(tokens * (random.chance(0.05) ? 1.1 : random.next()))
  ledger.tokens(who, at, used ?? tokens)
  answer.settle(used === null ? null : { tokens: used })
  // A second word on the same call must change nothing.
  if (random.chance(0.02)) answer.settle({ tokens: 1_000_000 })
}

interface Noted {
  readonly who: Who
  readonly at: number
  readonly tokens: number
  readonly code: string
  readonly retryAfterSeconds: number
}

function noteRefusal(ledger: Ledger, { who, at, tokens, code, retryAfterSeconds }: Noted): void {
  if (code === 'not-ready') throw new Error('the store could not be asked')
  const meter = code === 'budget-spent' ? 'tokens' : 'requests'
  const left = ((meter === 'tokens' ? danishDayOf(at) : minuteOf(at)).endsAt - at) / 1000
  if (retryAfterSeconds < 1 || retryAfterSeconds > Math.ceil(left))
    throw new Error(`Retry-After is ${retryAfterSeconds} s, and the period ends in ${left} s`)
  // Asked for in vain, but asked for.
  if (meter === 'tokens') ledger.request(who, at)
  ledger.refused(who, at, { meter, amount: tokens })
}
