import type { LogEntry } from '#proxy/contract/guidance.ts'
import type { Random } from '../support/random.ts'
import { nonceOf, UNITS, type Evidence, type Wish } from './evidence.ts'

/** Evidence as a faulty service would leave it. `null`: this evidence has nothing to spoil in that way. */
export interface Planted {
  readonly kind: string
  readonly spoil: (evidence: Evidence, random: Random) => Evidence | null
}

type Acknowledged = Wish & { readonly outcome: { readonly entry: number } }
const isAcknowledged = (wish: Wish): wish is Acknowledged => typeof wish.outcome === 'object'

/** The lines that are left, numbered and counted as if nothing had been there. */
const withLog = (evidence: Evidence, log: readonly LogEntry[]): Evidence => ({
  ...evidence,
  log,
  verified: { intact: true, entries: log.length },
})

const changeLine = (evidence: Evidence, entry: number, change: Partial<LogEntry>): Evidence =>
  withLog(
    evidence,
    evidence.log.map((line) => (line.entry === entry ? { ...line, ...change } : line)),
  )

const changeWish = (evidence: Evidence, nonce: string, change: Partial<Wish>): Evidence => ({
  ...evidence,
  wishes: evidence.wishes.map((wish) => (wish.nonce === nonce ? { ...wish, ...change } : wish)),
})

export const PLANTED: readonly Planted[] = [
  {
    kind: 'acknowledged lost',
    spoil: (evidence) => withLog(evidence, evidence.log.slice(0, -1)),
  },
  {
    kind: 'acknowledged lost',
    spoil: (evidence, random) => {
      const gone = random.pick(evidence.wishes.filter(isAcknowledged)).outcome.entry
      return withLog(
        evidence,
        evidence.log.filter(({ entry }) => entry !== gone),
      )
    },
  },
  {
    kind: 'doubled',
    spoil: (evidence, random) => {
      const line = random.pick(evidence.log)
      return withLog(evidence, [...evidence.log, { ...line, entry: evidence.log.length + 1 }])
    },
  },
  { kind: 'changed', spoil: (evidence, random) => changeLine(evidence, random.pick(evidence.log).entry, { subject: 'en-anden' }) },
  {
    kind: 'refused but written',
    spoil: (evidence, random) => changeWish(evidence, random.pick(evidence.wishes.filter(isAcknowledged)).nonce, { outcome: 'refused' }),
  },
  {
    kind: 'lost update',
    spoil: (evidence) => {
      const later = evidence.wishes.find((wish) => isAcknowledged(wish) && wish.seen > 0 && wish.unit !== '*' && ownBefore(evidence, wish))
      return later === undefined ? null : changeWish(evidence, later.nonce, { seen: 0 })
    },
  },
  {
    kind: 'nobody asked for it',
    spoil: (evidence, random) => {
      const nonce = nonceOf(random.pick(evidence.log).reason)
      return { ...evidence, wishes: evidence.wishes.filter((wish) => wish.nonce !== nonce) }
    },
  },
  {
    kind: 'chain broken',
    spoil: (evidence, random) => changeLine(evidence, random.pick(evidence.log).entry, { at: '2020-01-01T00:00:00.000Z' }),
  },
  {
    kind: 'chain broken',
    spoil: (evidence, random) => {
      const at = random.int(0, evidence.log.length - 2)
      const [a, b] = [evidence.log[at], evidence.log[at + 1]]
      return a && b ? withLog(evidence, [...evidence.log.slice(0, at), b, a, ...evidence.log.slice(at + 2)]) : null
    },
  },
  { kind: 'own verification', spoil: (evidence) => ({ ...evidence, verified: { intact: false, entries: evidence.log.length } }) },
  {
    kind: 'served otherwise',
    spoil: (evidence) => {
      const unit = UNITS.find((name) => (evidence.served.get(name) ?? []).length > 0)
      return unit === undefined ? null : { ...evidence, served: new Map([...evidence.served, [unit, []]]) }
    },
  },
]

function ownBefore({ log }: Evidence, wish: Wish): boolean {
  return isAcknowledged(wish) && log.some(({ entry, unit }) => entry < wish.outcome.entry && unit === wish.unit)
}
