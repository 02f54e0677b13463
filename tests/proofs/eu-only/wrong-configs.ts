import type { Random } from '../support/random.ts'
import { AZURE_CONFIG, IDENTITY_CONFIG, MISTRAL_CONFIG, OWN_CONFIG, changed, type Raw } from './good-configs.ts'

/** A configuration that would send data elsewhere, or that nobody has vouched for. */
export interface WrongConfig {
  readonly id: string
  readonly upstream: Raw
  /** The key that the refusal must name. */
  readonly names: string
  /** Also refused with the flag of development. */
  readonly evenInDevelopment: boolean
}

type Path = readonly (string | number)[]

const ADDRESS: Path = ['upstreams', 0, 'address']

/** A value that no refusal may print. */
export const SECRET_VALUE = 'sk-proof-4f0c9d-never-print-this'

const AZURE_ADDRESSES: readonly string[] = [
  'https://api.openai.com/v1',
  'https://eu.api.openai.com/v1',
  'https://api.anthropic.com',
  'https://generativelanguage.googleapis.com/v1beta/openai',
  'https://kommunen.openai.azure.us',
  'https://kommunen.openai.azure.cn',
  'https://kommunen.openai.azure.com.example.net',
  'https://kommunen.openai.azure.com.',
  'https://kommunenopenai.azure.com',
  'https://openai.azure.com',
  'https://a.b.openai.azure.com',
  'https://privatelink.openai.azure.com',
  'https://kommunen.privatelink.openai.azure.com',
  'https://KOMMUNEN.openai.azure.com',
  'https://kommunen.openai.azure.com@example.net',
  'https://kommunen.openai.azure.com:pw@example.net',
  'https://example.net#.openai.azure.com',
  'https://example.net/.openai.azure.com',
  'https://example.net?x=.openai.azure.com',
  'https://example.net\\.openai.azure.com',
  'https://kommunen.openai.azure.com:8443',
  'https://kommunen.openai.azure.com/openai/deployments/x',
  'https://kommunen.openai.azure.com/?api-version=1',
  'https://kommunen.openai.azure.com/..%2f',
  'https://kommunen.openai.azure.com ',
  ' https://kommunen.openai.azure.com',
  'https://kommunen。openai。azure。com',
  'https://kommunen.openaі.azure.com',
  'https://kømmunen.openai.azure.com',
  'http://kommunen.openai.azure.com',
  'ftp://kommunen.openai.azure.com',
  'file:///etc/passwd',
  'https://',
  'kommunen.openai.azure.com',
  '',
  'https://20.50.2.10',
  'https://[2a01:111::1]',
  'https://169.254.169.254',
  'https://0x7f000001',
  'https://2130706433',
  'https://10.0.0.5',
  'https://0.0.0.0',
  'https://[::]',
  'https://[::ffff:10.0.0.5]',
]

const LOCAL_ADDRESSES: readonly string[] = [
  'http://127.0.0.1:11434',
  'https://127.0.0.1:11434',
  'http://localhost:11434',
  'http://[::1]:11434',
  'http://127.1.2.3:8000',
]

const OTHER_REGIONS: readonly string[] = [
  'eastus',
  'eastus2',
  'westus',
  'uksouth',
  'ukwest',
  'switzerlandnorth',
  'switzerlandwest',
  'norwayeast',
  'japaneast',
  'australiaeast',
  'canadaeast',
  'southindia',
  'brazilsouth',
  'uaenorth',
  'global',
  'eu',
  'europe',
  'Sweden Central',
  'SWEDENCENTRAL',
  'constructor',
  '__proto__',
  '',
]

/** The fixed ones: each way of being wrong that we know of. */
export function fixedWrongConfigs(): readonly WrongConfig[] {
  return [
    ...AZURE_ADDRESSES.map((address) => wrong(`address ${JSON.stringify(address)}`, { base: AZURE_CONFIG, path: ADDRESS, value: address })),
    ...LOCAL_ADDRESSES.map((address) => ({
      ...wrong(`address ${address}`, { base: localConfig(), path: ADDRESS, value: address }),
      evenInDevelopment: false,
    })),
    ...OTHER_REGIONS.map((region) => wrong(`region ${region}`, { base: AZURE_CONFIG, path: ['upstreams', 0, 'region'], value: region })),
    ...PLACES,
    ...CREDENTIALS,
    ...OWN_HOSTS,
    ...SHAPES,
  ]
}

function localConfig(): Raw {
  const config = changed(changed(OWN_CONFIG, ['ownHosts'], []), ['upstreams', 0, 'networks'], undefined)
  return changed(config, ['upstreams', 0, 'region'], 'local')
}

interface Change {
  readonly base: Raw
  readonly path: Path
  readonly value: unknown
  readonly names?: string
}

function wrong(id: string, { base, path, value, names = path.join('.') }: Change): WrongConfig {
  return { id, upstream: changed(base, path, value), names, evenInDevelopment: true }
}

const at = (base: Raw, path: Path, value: unknown, names?: string) =>
  wrong(`${path.join('.')} = ${JSON.stringify(value) ?? 'missing'}`, { base, path, value, ...(names !== undefined && { names }) })
const PLACE: Path = ['models', 0, 'at', 0]
const CREDENTIAL: Path = ['upstreams', 0, 'credential']

const PLACES: readonly WrongConfig[] = [
  ...['global', 'global-standard', 'data-zone-us', 'standard', 'own', 'eu-service', '', null].map((value) =>
    at(AZURE_CONFIG, [...PLACE, 'processing'], value),
  ),
  at(MISTRAL_CONFIG, [...PLACE, 'processing'], 'regional'),
  at(OWN_CONFIG, [...PLACE, 'processing'], 'eu-service'),
  at(AZURE_CONFIG, [...PLACE, 'processing'], undefined),
  at(AZURE_CONFIG, [...PLACE, 'confirmedBy'], undefined),
  at(AZURE_CONFIG, [...PLACE, 'confirmedBy'], ''),
  at(AZURE_CONFIG, [...PLACE, 'confirmedOn'], undefined),
  at(AZURE_CONFIG, [...PLACE, 'confirmedOn'], '2026-02-30'),
  at(AZURE_CONFIG, [...PLACE, 'confirmedOn'], '2.11.2026'),
  at(AZURE_CONFIG, [...PLACE, 'confirmedOn'], '2199-01-01'),
  at(AZURE_CONFIG, [...PLACE, 'answersAs'], []),
  at(AZURE_CONFIG, [...PLACE, 'answersAs'], undefined, 'answersAs'),
  at(AZURE_CONFIG, [...PLACE, 'upstream'], 'en-anden'),
  at(AZURE_CONFIG, [...PLACE, 'model'], '../../admin'),
  at(AZURE_CONFIG, [...PLACE, 'model'], 'gpt/../x'),
  at(AZURE_CONFIG, ['models', 0, 'at'], []),
]

const CREDENTIALS: readonly WrongConfig[] = [
  at(AZURE_CONFIG, CREDENTIAL, { type: 'none' }),
  at(AZURE_CONFIG, CREDENTIAL, { type: 'key', secret: SECRET_VALUE }, 'credential'),
  at(AZURE_CONFIG, CREDENTIAL, SECRET_VALUE, 'credential'),
  at(AZURE_CONFIG, CREDENTIAL, { type: 'key', key: SECRET_VALUE }, 'credential'),
  at(AZURE_CONFIG, [...CREDENTIAL, 'key'], SECRET_VALUE, 'credential'),
  at(AZURE_CONFIG, ['upstreams', 0, 'apiKey'], SECRET_VALUE, 'apiKey'),
  at(MISTRAL_CONFIG, CREDENTIAL, { type: 'none' }),
  at(MISTRAL_CONFIG, CREDENTIAL, identityOf()),
  ...['https://login.microsoftonline.us', 'https://login.example.net', 'http://login.microsoftonline.com', 'https://127.0.0.1:9'].map(
    (authority) => at(IDENTITY_CONFIG, [...CREDENTIAL, 'authority'], authority),
  ),
  at(IDENTITY_CONFIG, [...CREDENTIAL, 'scope'], 'https://management.azure.com/.default'),
  at(IDENTITY_CONFIG, [...CREDENTIAL, 'tenant'], 'common'),
]

function identityOf(): unknown {
  return (IDENTITY_CONFIG['upstreams'] as readonly Raw[])[0]?.['credential']
}

const HOST: Path = ['ownHosts', 0, 'host']

const OWN_HOSTS: readonly WrongConfig[] = [
  at(OWN_CONFIG, ['ownHosts'], [], 'upstreams.0.address'),
  at(OWN_CONFIG, ['upstreams', 0, 'networks'], undefined),
  ...[
    ['127.0.0.0/8'],
    ['169.254.0.0/16'],
    ['0.0.0.0/0'],
    ['::1/128'],
    ['::/0'],
    ['fe80::/10'],
    ['10.0.0.0'],
    ['10.20.0.0/99'],
    ['alle'],
    [],
  ].map((networks) => at(OWN_CONFIG, ['upstreams', 0, 'networks'], networks)),
  ...['us', 'gb', 'ch', 'no', 'DK', 'Danmark', ''].map((country) => at(OWN_CONFIG, ['ownHosts', 0, 'country'], country, 'country')),
  at(OWN_CONFIG, ['upstreams', 0, 'region'], 'se'),
  ...[
    'api.openai.com',
    'kommunen.openai.azure.com',
    'api.mistral.ai',
    'localhost',
    '127.0.0.1',
    'llm.local',
    '10.20.0.1.nip.io',
    '*.proevekommune.dk',
    'proevekommune',
    'LLM.proevekommune.dk',
    'metadata.google.internal',
    'https://llm.proevekommune.dk',
  ].map((host) => at(OWN_CONFIG, HOST, host, 'ownHosts.0.host')),
  at(OWN_CONFIG, ['ownHosts', 0, 'confirmedBy'], undefined),
  at(OWN_CONFIG, ['ownHosts', 0, 'confirmedOn'], '2199-01-01'),
  at(OWN_CONFIG, ADDRESS, 'http://llm.proevekommune.dk/v1'),
  at(OWN_CONFIG, ADDRESS, 'https://andet.proevekommune.dk/v1'),
  at(AZURE_CONFIG, ['upstreams', 0, 'ca'], '/etc/egen-ca.pem'),
]

const SHAPES: readonly WrongConfig[] = [
  at(AZURE_CONFIG, ['upstreams', 0, 'kind'], 'openai-compatible'),
  at(AZURE_CONFIG, ['upstreams', 0, 'kind'], 'anthropic'),
  at(MISTRAL_CONFIG, ['upstreams', 0, 'kind'], 'azure', 'upstreams.0.kind'),
  at(AZURE_CONFIG, ['upstreams', 0, 'proxy'], 'http://127.0.0.1:3128', 'proxy'),
  at(AZURE_CONFIG, ['upstreams', 0, 'fallback'], 'https://api.openai.com', 'fallback'),
  at(AZURE_CONFIG, ['upstreams', 0, 'headers'], { 'x-forwarded-host': 'example.net' }, 'headers'),
  at(AZURE_CONFIG, ['upstreams', 0, 'rejectUnauthorized'], false, 'rejectUnauthorized'),
  at(AZURE_CONFIG, ['upstreams', 0, 'name'], '../x'),
  at(AZURE_CONFIG, ['upstreams', 0, 'apiVersion'], '2024-10-21&x=/../..'),
  at(AZURE_CONFIG, ['upstreams', 1], (AZURE_CONFIG['upstreams'] as readonly Raw[])[0], 'upstreams.1.name'),
  at(AZURE_CONFIG, ['models', 1], (AZURE_CONFIG['models'] as readonly Raw[])[0], 'models.1.id'),
]

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789-'
const SUFFIXES = [
  '.com',
  '.net',
  '.dk',
  '.io',
  '.ai',
  '.azure.com.co',
  '.azure-api.net',
  '.openai.azure.com.dk',
  '.azurewebsites.net',
  '.internal',
]
const MANGLES: readonly ((host: string, random: Random) => string)[] = [
  (host, random) => `${host}${random.pick(SUFFIXES)}`,
  (host, random) => host.replace('openai', random.pick(['open-ai', 'openal', '0penai', 'openai-', 'openai.eu', 'xopenai'])),
  (host, random) => host.replace('.azure.', random.pick(['.azur.', '.azvre.', '-azure.', '.azure..', '.Azure.', '.azure.com.'])),
  (host, random) => host.replace(/\./, random.pick(['%2e', '/', '\\', '?', '#', '@', '。', '･', ' ', '\t', '\n'])),
  (host, random) => `${word(random)}@${host}`,
  (host, random) => `${host}:${random.int(1, 65_535)}`,
  (host, random) => `${host}@${word(random)}${random.pick(SUFFIXES)}`,
  (_host, random) => `${word(random)}${random.pick(SUFFIXES)}`,
  (_host, random) => Array.from({ length: 4 }, () => random.int(0, 255)).join('.'),
  (_host, random) => `[${Array.from({ length: 8 }, () => random.int(0, 65_535).toString(16)).join(':')}]`,
  (_host, random) => String(random.int(1, 4_294_967_295)),
]

/** Made up from the seed: hosts that look like the right ones. */
export function randomWrongConfigs(random: Random, count: number): readonly WrongConfig[] {
  return Array.from({ length: count }, () => {
    const good = `${word(random)}.openai.azure.com`
    const host = random.pick(MANGLES)(good, random)
    // Some of the numbers are this machine's.
    return { ...at(AZURE_CONFIG, ADDRESS, `https://${host}`), evenInDevelopment: false }
  })
}

function word(random: Random): string {
  const letters = Array.from({ length: random.int(3, 12) }, () => LETTERS[random.int(0, LETTERS.length - 1)] ?? 'a').join('')
  return `a${letters.replaceAll(/-+$/g, '')}`
}
