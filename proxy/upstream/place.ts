import { AZURE_EU_REGIONS } from './eu-hosts.ts'
import { pathFor } from './upstream-body.ts'
import type { UpstreamClient } from './upstream-client.ts'
import type { ModelSettings, PlaceSettings } from './upstream-config.ts'
import type { Answerer, UpstreamFrom } from './upstreams.ts'

/** Why a place is not used any more: something answered there that nobody has agreed to. */
export type StopCode = 'wrong-model' | 'wrong-fingerprint' | 'wrong-region'

interface PlaceParts {
  readonly client: UpstreamClient
  readonly model: ModelSettings
  readonly settings: PlaceSettings
  readonly onStop: (place: Place, code: StopCode) => void
}

const MS = 1000

/** One model at one upstream: what may answer there, and when it may be asked. */
export class Place {
  readonly client: UpstreamClient
  readonly model: ModelSettings
  readonly settings: PlaceSettings
  readonly from: UpstreamFrom
  readonly path: string
  readonly #onStop: PlaceParts['onStop']
  readonly #names: ReadonlySet<unknown>
  readonly #fingerprints: ReadonlySet<unknown>
  #restUntil = 0
  #stopped: StopCode | null = null

  constructor({ client, model, settings, onStop }: PlaceParts) {
    this.client = client
    this.model = model
    this.settings = settings
    this.from = { upstream: client.settings.name, region: client.settings.region }
    this.path = pathFor(model.kind, client.settings, settings)
    this.#onStop = onStop
    this.#names = new Set(settings.answersAs.length > 0 ? settings.answersAs : [settings.model])
    this.#fingerprints = new Set(settings.fingerprints)
  }

  /** Until the next start: who has changed the model can change it back, but somebody must look at it first. */
  get isStopped(): boolean {
    return this.#stopped !== null
  }

  rest(seconds: number, now: number): void {
    this.#restUntil = Math.max(this.#restUntil, now + seconds * MS)
  }

  /** In ms; 0 when it may be asked now. */
  restMs(now: number): number {
    return Math.max(0, this.#restUntil - now, this.client.circuit.restMs)
  }

  /** Whether what answers is what was agreed on. One that is not stops the place. */
  confirm({ model, system_fingerprint: fingerprint }: Answerer): boolean {
    if (isSaid(model) && !this.#names.has(model)) return this.#stop('wrong-model')
    if (this.#fingerprints.size > 0 && isSaid(fingerprint) && !this.#fingerprints.has(fingerprint)) return this.#stop('wrong-fingerprint')
    return this.#stopped === null
  }

  /** Azure says in a header where the answer came from. */
  confirmRegion(header: string | string[] | undefined): boolean {
    if (this.client.settings.kind !== 'azure' || header === undefined) return true
    const said = String(header)
      .toLowerCase()
      .replaceAll(/[^a-z0-9]/g, '')
    const isRight = this.settings.processing === 'regional' ? said === this.from.region : Object.hasOwn(AZURE_EU_REGIONS, said)
    return isRight || this.from.region === 'local' || this.#stop('wrong-region')
  }

  #stop(code: StopCode): false {
    if (this.#stopped === null) {
      this.#stopped = code
      this.#onStop(this, code)
    }
    return false
  }
}

function isSaid(value: unknown): boolean {
  return value !== undefined && value !== null && value !== ''
}
