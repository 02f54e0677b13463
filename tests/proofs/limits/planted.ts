import { createLimits } from '#proxy/limits/create-limits.ts'
import type { LimitsConfig } from '#proxy/limits/limits-config.ts'
import type { Ask, Limits, Reservation } from '#proxy/limits/limits.ts'
import { createMetrics } from '#proxy/observe/metrics.ts'
import type { Store } from '#proxy/store/store.ts'
import type { TestStores } from '../../proxy/support/stores.ts'
import type { PlantedFault } from '../support/planted.ts'
import { Tally } from '../support/tally.ts'
import { configFor } from './config-for.ts'
import { drive } from './drive.ts'
import { judge } from './judge.ts'

interface Planting {
  readonly stores: TestStores
  readonly seed: number
  readonly requests: number
}

type MakeReplicas = (config: LimitsConfig, clock: { at: number }) => Promise<readonly Limits[]>

/** Limits that are wrong in one way each, held to the same judgement; and right ones, which must not be blamed. */
export async function plantedFaults({ stores, seed, requests }: Planting): Promise<readonly PlantedFault[]> {
  const config = configFor(requests)
  const real = (own: LimitsConfig, store: Store, clock: { at: number }) =>
    createLimits(own, { store, now: () => clock.at, metrics: createMetrics(), models: [] })
  const shared = async (own: LimitsConfig, clock: { at: number }) => {
    const store = await stores.open('postgres')
    return [real(own, store, clock), real(own, store, clock)]
  }
  const twice = (own: LimitsConfig['user'], factor: number) => ({
    ...own,
    requestsPerMinute: Math.ceil(own.requestsPerMinute * factor),
    tokensPerDay: Math.ceil(own.tokensPerDay * factor),
  })
  const scaled = (own: LimitsConfig, factor: number): LimitsConfig => ({
    ...own,
    user: twice(own.user, factor),
    unit: twice(own.unit, factor),
    municipality: twice(own.municipality, factor),
  })
  const faults: Readonly<Record<string, MakeReplicas>> = {
    'each replica counts for itself': async (own, clock) => [
      real(own, await stores.open('postgres'), clock),
      real(own, await stores.open('postgres'), clock),
    ],
    'nobody is refused': (own, clock) => shared(scaled(own, 100), clock),
    'refused at nine tenths': (own, clock) => shared(scaled(own, 0.9), clock),
    'one in fifty goes over': (own, clock) => shared(scaled(own, 1.02), clock),
    'what was promised is kept as used': async (own, clock) =>
      (await shared(own, clock)).map((limits) => wrapped(limits, (settle) => () => settle(null))),
    'what was used is forgotten': async (own, clock) =>
      (await shared(own, clock)).map((limits) => wrapped(limits, (settle) => () => settle({ tokens: 0 }))),
  }
  const found: PlantedFault[] = [{ kind: 'right limits are not blamed', found: (await failures(shared)) === 0 }]
  for (const [kind, make] of Object.entries(faults)) found.push({ kind, found: (await failures(make)) > 0 })
  return found

  async function failures(make: MakeReplicas): Promise<number> {
    const clock = { at: Date.UTC(2026, 5, 10, 8) }
    const tally = new Tally(() => undefined)
    const replicas = await make(config, clock)
    judge(await drive({ seed, requests, config, clock, replicas }), { where: 'planted', tally })
    await Promise.all(replicas.map((limits) => limits.close()))
    return tally.failed
  }
}

/** The same limits, but each settlement is told wrongly. */
function wrapped(limits: Limits, wrong: (settle: Reservation['settle']) => Reservation['settle']): Limits {
  return {
    close: () => limits.close(),
    async reserve(caller, ask: Ask) {
      const answer = await limits.reserve(caller, ask)
      return answer.granted ? { ...answer, settle: wrong(answer.settle) } : answer
    },
  }
}
