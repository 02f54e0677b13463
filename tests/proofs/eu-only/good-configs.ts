/** What a municipality could write, and what must be accepted: without these "everything is refused" would pass. */
export type Raw = Record<string, unknown>

export interface GoodConfig {
  readonly id: string
  readonly upstream: Raw
}

const CONFIRMED = { confirmedBy: 'It-chefen', confirmedOn: '2026-11-02' }
const KEY = { type: 'key', secret: { env: 'SAGSHJAELP_PROOF_UPSTREAM_KEY' } }
const GUID = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'
const AZURE = {
  name: 'azure',
  kind: 'azure',
  address: 'https://kommunen.openai.azure.com',
  region: 'swedencentral',
  credential: KEY,
}
const MISTRAL = { name: 'mistral', kind: 'openai-compatible', address: 'https://api.mistral.ai/v1', region: 'eu', credential: KEY }
const OWN = {
  name: 'egen',
  kind: 'openai-compatible',
  address: 'https://llm.proevekommune.dk/v1',
  region: 'dk',
  credential: { type: 'none' },
  networks: ['10.20.0.0/16'],
}
const OWN_HOSTS = [{ host: 'llm.proevekommune.dk', country: 'dk', ...CONFIRMED }]

function model(place: Raw, kind = 'chat'): Raw {
  return { id: `sag-${kind}`, kind, purpose: 'Svar på spørgsmål om sagen.', at: [{ ...CONFIRMED, ...place }] }
}

const AT_AZURE = { upstream: 'azure', model: 'gpt-sag', answersAs: ['gpt-4.1-2025-04-14'], processing: 'regional' }
const AT_MISTRAL = { upstream: 'mistral', model: 'mistral-medium-2508', processing: 'eu-service' }
const AT_OWN = { upstream: 'egen', model: 'qwen3', processing: 'own' }

export const AZURE_CONFIG: Raw = { upstreams: [AZURE], models: [model(AT_AZURE)] }
export const MISTRAL_CONFIG: Raw = { upstreams: [MISTRAL], models: [model(AT_MISTRAL)] }
export const OWN_CONFIG: Raw = { upstreams: [OWN], models: [model(AT_OWN)], ownHosts: OWN_HOSTS }
export const IDENTITY_CONFIG: Raw = {
  upstreams: [{ ...AZURE, credential: { type: 'workload-identity', tenant: GUID, clientId: GUID } }],
  models: [model({ ...AT_AZURE, processing: 'data-zone-eu' })],
}

export const GOOD_CONFIGS: readonly GoodConfig[] = [
  { id: 'azure with a key', upstream: AZURE_CONFIG },
  { id: 'azure with an identity and a data zone', upstream: IDENTITY_CONFIG },
  { id: 'mistral', upstream: MISTRAL_CONFIG },
  { id: 'own host', upstream: OWN_CONFIG },
  { id: 'own host on a port', upstream: { ...OWN_CONFIG, upstreams: [{ ...OWN, address: 'https://llm.proevekommune.dk:8443/v1' }] } },
  { id: 'azure over a private link', upstream: { ...AZURE_CONFIG, upstreams: [{ ...AZURE, networks: ['10.1.2.0/24'] }] } },
  {
    id: 'azure in Denmark under another name',
    upstream: {
      ...AZURE_CONFIG,
      upstreams: [{ ...AZURE, address: 'https://kommunen.cognitiveservices.azure.com', region: 'denmarkeast' }],
    },
  },
  {
    id: 'several with an order',
    upstream: {
      upstreams: [AZURE, MISTRAL, OWN],
      ownHosts: OWN_HOSTS,
      models: [{ ...model(AT_AZURE), at: [AT_AZURE, AT_MISTRAL, AT_OWN].map((place) => ({ ...CONFIRMED, ...place })) }],
    },
  },
  { id: 'no model at all', upstream: {} },
]

/** A copy with one place changed; `undefined` takes it away. */
export function changed(config: Raw, path: readonly (string | number)[], value: unknown): Raw {
  const copy = structuredClone(config)
  let at: Record<string | number, unknown> = copy
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>
  const last = path.at(-1) ?? ''
  if (value === undefined) delete at[last]
  else at[last] = value
  return copy
}
