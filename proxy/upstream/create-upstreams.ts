import { ConfigError } from '../config/load-config.ts'
import type { Log } from '../observe/log.ts'
import type { Metrics } from '../observe/metrics.ts'
import { askPlace, type Outcome } from './ask-place.ts'
import type { Resolve } from './guarded-connect.ts'
import { placeProblems } from './judge-places.ts'
import { Place } from './place.ts'
import { UpstreamClient } from './upstream-client.ts'
import type { UpstreamConfig } from './upstream-config.ts'
import type { AllowedModel, UpstreamAnswer, UpstreamAsk, Upstreams } from './upstreams.ts'

export interface UpstreamMeans {
  readonly log: Log
  readonly metrics: Pick<Metrics, 'upstreamAsks' | 'upstreamUp'>
  readonly now: () => number
  /** The explicit flag of development: upstreams on the machine itself are allowed with it and only with it. */
  readonly development: boolean
  /** How names are looked up: the system's way, or another in a test. */
  readonly resolve?: Resolve
}

/** @throws ConfigError when anything could be sent to another place than the allowed ones */
export function createUpstreams(config: UpstreamConfig, means: UpstreamMeans): Upstreams {
  refuseElsewhere(config, means)
  const { log, metrics, now, resolve } = means
  const onHealth = (upstream: string, isClosed: boolean, code: string) => {
    metrics.upstreamUp.set({ upstream }, isClosed ? 1 : 0)
    log({ event: 'upstream', upstream, state: isClosed ? 'up' : 'down', code })
  }
  const onStop = (place: Place, code: string) => {
    metrics.upstreamUp.set({ upstream: place.from.upstream }, 0)
    log({ event: 'upstream-stopped', upstream: place.from.upstream, model: place.model.id, code })
  }
  const clients = new Map(
    config.upstreams.map((settings) => [settings.name, new UpstreamClient(settings, { config, now, onHealth, resolve })]),
  )
  for (const name of clients.keys()) metrics.upstreamUp.set({ upstream: name }, 1)
  const places = new Map<string, readonly Place[]>()
  for (const model of config.models) {
    const at = model.at.flatMap((settings) => {
      const client = clients.get(settings.upstream)
      return client === undefined ? [] : [new Place({ client, model, settings, onStop })]
    })
    places.set(model.id, at)
  }
  const models = config.models.map(({ id, kind, purpose, contextTokens, maxAnswerTokens }) => ({
    id,
    kind,
    purpose,
    contextTokens,
    maxAnswerTokens,
  }))
  return new ConfiguredUpstreams({ clients, places, models, means })
}

function refuseElsewhere(config: UpstreamConfig, { development, now }: UpstreamMeans): void {
  const today = new Date(now()).toISOString().slice(0, 10)
  const problems = [...placeProblems(config, { development }), ...laterThan(config, today)]
  if (problems.length === 0) return
  const lines = problems.map(({ path, message }) => `  upstream.${path.join('.')}: ${message}`)
  throw new ConfigError(`Opsætningen kan ikke bruges:\n${lines.join('\n')}`)
}

/** A confirmation of tomorrow is none. */
function laterThan(config: UpstreamConfig, today: string) {
  const confirmed = [
    ...config.ownHosts.map(({ confirmedOn }, at) => ({ confirmedOn, path: ['ownHosts', at, 'confirmedOn'] })),
    ...config.models.flatMap(({ at }, m) => at.map(({ confirmedOn }, p) => ({ confirmedOn, path: ['models', m, 'at', p, 'confirmedOn'] }))),
  ]
  return confirmed.filter(({ confirmedOn }) => confirmedOn > today).map(({ path }) => ({ path, message: 'ligger i fremtiden' }))
}

interface ConfiguredParts {
  readonly clients: ReadonlyMap<string, UpstreamClient>
  readonly places: ReadonlyMap<string, readonly Place[]>
  readonly models: readonly AllowedModel[]
  readonly means: UpstreamMeans
}

/** That somebody is busy says more than that somebody else could not be reached; of the busy, the one that is free first. */
function tellsMore(failure: Failure, than: Failure): boolean {
  if (than.code !== 'too-many-requests') return true
  return failure.code === than.code && (failure.retryAfterSeconds ?? Infinity) < (than.retryAfterSeconds ?? Infinity)
}

type Failure = Extract<Outcome, { readonly kind: 'failure' }>

class ConfiguredUpstreams implements Upstreams {
  readonly #parts: ConfiguredParts

  constructor(parts: ConfiguredParts) {
    this.#parts = parts
  }

  models(): readonly AllowedModel[] {
    return this.#parts.models
  }

  async send(ask: UpstreamAsk, signal: AbortSignal): Promise<UpstreamAnswer> {
    const places = (this.#parts.places.get(ask.model.id) ?? []).filter(({ isStopped }) => !isStopped)
    let worst: { readonly failure: Failure; readonly place: Place } | null = null
    for (const place of places) {
      const outcome = await this.#try(place, ask, signal)
      if (outcome === null) continue
      if (outcome.kind === 'answer') return outcome.answer
      if (worst === null || tellsMore(outcome, worst.failure)) worst = { failure: outcome, place }
      if (outcome.next === 'nobody') break
    }
    if (worst === null) return { ok: false, from: null, code: 'no-upstream', retryAfterSeconds: this.#restSeconds(places) }
    const { code, retryAfterSeconds } = worst.failure
    return { ok: false, from: worst.place.from, code, retryAfterSeconds }
  }

  health(): Readonly<Record<string, boolean>> {
    return Object.fromEntries([...this.#parts.clients].map(([name, { circuit }]) => [name, circuit.isClosed]))
  }

  async close(): Promise<void> {
    await Promise.all([...this.#parts.clients.values()].map((client) => client.close()))
  }

  /** `null` when the place rests. Nothing has reached the user yet, so the same place may be asked once more. */
  async #try(place: Place, ask: UpstreamAsk, signal: AbortSignal): Promise<Outcome | null> {
    const { now, metrics } = this.#parts.means
    for (let tries = 1; ; tries += 1) {
      if (signal.aborted || place.restMs(now()) > 0 || !place.client.circuit.begin()) return null
      const outcome = await askPlace(place, ask, { signal, now })
      metrics.upstreamAsks.inc({ upstream: place.from.upstream, outcome: outcome.kind === 'answer' ? 'answer' : outcome.word })
      if (outcome.kind === 'answer' || outcome.next !== 'again' || tries === 2) return outcome
    }
  }

  #restSeconds(places: readonly Place[]): number | null {
    const { now } = this.#parts.means
    const rests = places.map((place) => place.restMs(now())).filter((ms) => ms > 0)
    return rests.length === 0 ? null : Math.max(1, Math.ceil(Math.min(...rests) / 1000))
  }
}
