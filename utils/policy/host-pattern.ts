/** A match pattern cut into its parts. Only whole hosts are allowed: a scheme, a host with at most one leading `*.`, a port or none. */
export interface HostPattern {
  readonly scheme: 'http' | 'https'
  /** Without the leading `*.`. */
  readonly host: string
  readonly subdomains: boolean
  /** `null` = any port. */
  readonly port: string | null
}

const PATTERN = /^(https?):\/\/(\*\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)*)(?::(\d{1,5}))?\/\*$/

/** Reads a pattern such as `https://*.example.dk/*`; anything wider or stranger is `null`. */
export function parseHostPattern(pattern: string): HostPattern | null {
  const parts = PATTERN.exec(pattern)
  if (!parts) return null
  const [, scheme, star, host = '', port] = parts
  // A lone label under https would be a whole top-level domain when it is starred.
  if (star && scheme === 'https' && !host.includes('.')) return null
  return { scheme: scheme === 'https' ? 'https' : 'http', host, subdomains: star !== undefined, port: port ?? null }
}

/** Whether a page origin (`https://host:port`) lies within the pattern. */
export function coversOrigin(pattern: HostPattern, origin: string): boolean {
  const url = parseOrigin(origin)
  if (url === null || url.protocol !== `${pattern.scheme}:`) return false
  if (pattern.port !== null && pattern.port !== effectivePort(url)) return false
  return url.hostname === pattern.host || (pattern.subdomains && url.hostname.endsWith(`.${pattern.host}`))
}

/** Whether everything `inner` covers is covered by `outer` too. */
export function narrows(inner: HostPattern, outer: HostPattern): boolean {
  if (inner.scheme !== outer.scheme) return false
  if (outer.port !== null && inner.port !== outer.port) return false
  if (inner.subdomains && !outer.subdomains) return false
  return inner.host === outer.host || (outer.subdomains && inner.host.endsWith(`.${outer.host}`))
}

/** Whether any of the patterns covers the origin. Patterns that cannot be read cover nothing. */
export function anyCovers(patterns: readonly string[], origin: string): boolean {
  return patterns.some((text) => {
    const pattern = parseHostPattern(text)
    return pattern !== null && coversOrigin(pattern, origin)
  })
}

function parseOrigin(origin: string): URL | null {
  return URL.canParse(origin) ? new URL(origin) : null
}

function effectivePort(url: URL): string {
  return url.port || (url.protocol === 'https:' ? '443' : '80')
}
