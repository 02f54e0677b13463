import { readNetwork, touchesNever } from './addresses.ts'
import { groundOf, isOnThisMachine, readAddress, type Ground } from './ground.ts'
import type { Circumstances, PlaceProblem } from './judge-places.ts'
import type { UpstreamConfig, UpstreamSettings } from './upstream-config.ts'

interface UpstreamContext extends Circumstances {
  readonly config: UpstreamConfig
  readonly path: readonly (string | number)[]
}

export function upstreamProblems(upstream: UpstreamSettings, { config, development, path }: UpstreamContext): PlaceProblem[] {
  const at: At = (key, message) => ({ path: [...path, key], message })
  const url = readAddress(upstream.address)
  if (url === null) return [at('address', 'skal være en ren adresse uden bruger, forespørgsel og omskrivning')]
  const ground = groundOf(url, config)
  if (ground === null) return [at('address', 'er ikke på listen over værter i EU; kommunens egen vært skal stå i `ownHosts`')]
  if (ground.isLocal && !development) return [at('address', 'er på egen maskine; det er kun til udvikling')]
  return [
    ...addressProblems(url, ground, { kind: upstream.kind, at }),
    ...(Object.hasOwn(ground.regions, upstream.region) ? [] : [at('region', 'er ikke en region i EU for den vært')]),
    ...networkProblems(upstream, ground, at),
    ...credentialProblems(upstream, { ground, development, at }),
  ]
}

function addressProblems(url: URL, ground: Ground, { kind, at }: { kind: UpstreamSettings['kind']; at: At }): PlaceProblem[] {
  const problems: PlaceProblem[] = []
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && ground.isLocal)) problems.push(at('address', 'skal være https'))
  if (ground.kind !== null && url.port !== '') problems.push(at('address', 'må ikke nævne en port'))
  if (kind === 'azure' && url.pathname !== '/') problems.push(at('address', 'må ikke have en sti ved Azure'))
  if (ground.kind !== null && ground.kind !== kind) problems.push(at('kind', 'passer ikke til værten'))
  return problems
}

type At = (key: string, message: string) => PlaceProblem

function networkProblems({ networks, ca }: UpstreamSettings, ground: Ground, at: At): PlaceProblem[] {
  const problems: PlaceProblem[] = []
  if (ground.isOwn && networks === undefined) problems.push(at('networks', 'mangler: en egen vært skal have sine net nævnt'))
  const read = (networks ?? []).map(readNetwork)
  if (read.some((network) => network === null || touchesNever(network)))
    problems.push(at('networks', 'skal være net som 10.20.0.0/16, ikke egen maskine, link-lokale eller så brede, at de intet siger'))
  if (ca !== undefined && !ground.isOwn && !ground.isLocal) problems.push(at('ca', 'er kun til kommunens egne værter'))
  return problems
}

const AUTHORITY = 'https://login.microsoftonline.com'

function credentialProblems(
  { kind, credential }: UpstreamSettings,
  { ground, development, at }: { ground: Ground; development: boolean; at: At },
): PlaceProblem[] {
  switch (credential.type) {
    case 'key':
      return []
    case 'none':
      return ground.isOwn || ground.isLocal ? [] : [at('credential', 'mangler: værten kræver nøgle eller identitet')]
    case 'workload-identity':
      if (kind !== 'azure') return [at('credential', 'er kun til Azure')]
      if (credential.authority === AUTHORITY || (development && ground.isLocal && isOnThisMachine(credential.authority))) return []
      return [at('credential.authority', 'skal være Entra ID')]
  }
}
