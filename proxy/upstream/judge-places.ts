import { EU_COUNTRIES, EU_SERVICES } from './eu-hosts.ts'
import { groundOf, isOwnHostName, readAddress } from './ground.ts'
import { upstreamProblems } from './judge-upstream.ts'
import type { PlaceSettings, UpstreamConfig } from './upstream-config.ts'

export interface PlaceProblem {
  readonly path: readonly (string | number)[]
  /** Danish, and without the value that stands there. */
  readonly message: string
}

export interface Circumstances {
  /** The explicit flag of development: the only way to an upstream on the machine itself. */
  readonly development: boolean
}

/** Everything in the configuration that could lead data outside the EU, or to another place than the one agreed on. */
export function placeProblems(config: UpstreamConfig, { development }: Circumstances): readonly PlaceProblem[] {
  return [
    ...config.ownHosts.flatMap((own, at) => ownHostProblems(own, ['ownHosts', at])),
    ...twice(config.upstreams, 'name', 'upstreams'),
    ...twice(config.models, 'id', 'models'),
    ...config.upstreams.flatMap((upstream, at) => upstreamProblems(upstream, { config, development, path: ['upstreams', at] })),
    ...config.models.flatMap((model, m) =>
      model.at.flatMap((place, p) =>
        placeAtProblems(place, { config, isNamed: model.kind !== 'transcription', path: ['models', m, 'at', p] }),
      ),
    ),
  ]
}

function twice<Key extends string>(items: readonly Readonly<Record<Key, string>>[], key: Key, list: string): PlaceProblem[] {
  const names = items.map((item) => item[key])
  return names.flatMap((name, at) => (names.indexOf(name) === at ? [] : [{ path: [list, at, key], message: 'står to gange' }]))
}

function ownHostProblems(own: UpstreamConfig['ownHosts'][number], path: readonly (string | number)[]): PlaceProblem[] {
  const problems: PlaceProblem[] = []
  if (!isOwnHostName(own.host))
    problems.push({ path: [...path, 'host'], message: 'skal være et helt værtsnavn med små bogstaver, uden skema, port og sti' })
  if (EU_SERVICES.some(({ host }) => host.test(own.host)))
    problems.push({ path: [...path, 'host'], message: 'er en tjeneste på listen og ikke kommunens egen vært' })
  if (!Object.hasOwn(EU_COUNTRIES, own.country)) problems.push({ path: [...path, 'country'], message: 'er ikke et land i EU' })
  return problems
}

interface PlaceContext {
  readonly config: UpstreamConfig
  /** Whether this kind of answer says which model it is from. */
  readonly isNamed: boolean
  readonly path: readonly (string | number)[]
}

function placeAtProblems(place: PlaceSettings, { config, isNamed, path }: PlaceContext): PlaceProblem[] {
  const at = (key: string, message: string): PlaceProblem => ({ path: [...path, key], message })
  const upstream = config.upstreams.find(({ name }) => name === place.upstream)
  if (upstream === undefined) return [at('upstream', 'er ikke navnet på en af `upstreams`')]
  const url = readAddress(upstream.address)
  const ground = url === null ? null : groundOf(url, config)
  if (ground === null) return []
  const problems: PlaceProblem[] = []
  if (!ground.processing.includes(place.processing)) problems.push(at('processing', `skal her være ${ground.processing.join(' eller ')}`))
  if (upstream.kind === 'azure' && isNamed && place.answersAs.length === 0)
    problems.push(at('answersAs', 'mangler: et deployment kan hedde hvad som helst, så modellens navn i svaret skal nævnes'))
  if (upstream.kind === 'azure' && place.model.includes('/')) problems.push(at('model', 'må ikke have skråstreg ved Azure'))
  return problems
}
