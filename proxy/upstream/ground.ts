import { isLoopback } from './addresses.ts'
import { AZURE_EU_REGIONS, EU_COUNTRIES, EU_SERVICES, LOCAL_REGION, PROCESSING, type Processing, type UpstreamKind } from './eu-hosts.ts'
import type { UpstreamConfig } from './upstream-config.ts'

/** What a host on the list is allowed to be. */
export interface Ground {
  readonly kind: UpstreamKind | null
  readonly regions: Readonly<Record<string, string>>
  readonly processing: readonly Processing[]
  readonly isOwn: boolean
  readonly isLocal: boolean
  readonly operator: string
}
const OWN = 'kommunen selv'

const HOST = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/
/** Names that never leave the machine or the link, whatever they lead to. */
const NOT_A_HOST = /(?:^|\.)(?:localhost|local|localdomain|invalid|test|example|onion|nip\.io|sslip\.io|xip\.io|localtest\.me|lvh\.me)$/

/** Vendors that are asked for by mistake: no municipality owns them, and they answer from anywhere. */
const ELSEWHERE =
  /(?:^|\.)(?:openai\.(?:com|org)|anthropic\.com|googleapis\.com|google\.com|amazonaws\.com|azure\.(?:com|net|us|cn)|azure-api\.net|microsoft\.com|mistral\.ai|cohere\.(?:ai|com)|deepseek\.com|groq\.com|x\.ai|together\.(?:ai|xyz)|fireworks\.ai|openrouter\.ai|perplexity\.ai|huggingface\.co|replicate\.com|aliyuncs\.com|moonshot\.(?:ai|cn)|cloudflare\.com|workers\.dev|vercel\.app|ngrok(?:-free)?\.(?:app|dev|io)|internal)$/

/** A whole name of a host that could be the municipality's. */
export function isOwnHostName(host: string): boolean {
  return HOST.test(host) && !NOT_A_HOST.test(host) && !ELSEWHERE.test(host)
}

/** The base address, or `null` when it is more than an address. */
export function readAddress(text: string): URL | null {
  if (!URL.canParse(text) || /[\s\\@?#%]/.test(text)) return null
  const url = new URL(text)
  const isPlain = url.username === '' && url.password === '' && url.search === '' && url.hash === ''
  // What the parser rewrote was not what it seemed: capitals, other alphabets, dots, numbers in other bases.
  const isAsWritten = text === url.origin || text.startsWith(`${url.origin}/`)
  return isPlain && isAsWritten && !/\/\.|\/\//.test(text.slice(url.protocol.length + 2)) ? url : null
}

function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '')
}

/** Whether an address leads to the machine itself: for development only. */
export function isOnThisMachine(text: string): boolean {
  const url = readAddress(text)
  return url !== null && isLocalHost(bareHost(url))
}

function isLocalHost(host: string): boolean {
  return host === 'localhost' || isLoopback(host)
}

/** What the allow-list says of an address; `null` when it is not on it. */
export function groundOf(url: URL, config: Pick<UpstreamConfig, 'ownHosts'>): Ground | null {
  const host = bareHost(url)
  if (isLocalHost(host))
    return {
      kind: null,
      regions: { ...AZURE_EU_REGIONS, [LOCAL_REGION]: 'egen maskine' },
      processing: PROCESSING,
      isOwn: false,
      isLocal: true,
      operator: OWN,
    }
  const own = config.ownHosts.find((candidate) => candidate.host === host)
  if (own !== undefined) {
    const regions = { [own.country]: EU_COUNTRIES[own.country] ?? '' }
    return { kind: null, regions, processing: ['own'], isOwn: true, isLocal: false, operator: OWN }
  }
  const service = EU_SERVICES.find((candidate) => candidate.host.test(host))
  return service === undefined ? null : { ...service, isOwn: false, isLocal: false }
}
