/** Matching of addresses against a profile's templates: `/borger/{citizen}/overblik`, `?id={citizen}`, `#fane={tab}`. */
export type RouteParams = Readonly<Record<string, string>>

export interface Place {
  readonly path?: string | undefined
  readonly query?: Readonly<Record<string, string>> | undefined
  readonly hash?: string | undefined
}

const NAME = /^\{([a-zA-Z]+)\}$/

/** The names and values a place's template reads from an address, or `null` when the address is another. */
export function matchPlace(place: Place, url: URL): RouteParams | null {
  const params: Record<string, string> = {}
  if (place.path !== undefined && !matchPath(place.path, url.pathname, params)) return null
  if (place.hash !== undefined && !matchHash(place.hash, url.hash, params)) return null
  for (const [name, template] of Object.entries(place.query ?? {})) {
    if (!matchPart(template, url.searchParams.get(name), params)) return null
  }
  return params
}

function matchPath(template: string, path: string, params: Record<string, string>): boolean {
  const want = segments(template)
  const have = segments(path)
  if (want.at(-1) === '**') {
    const head = want.slice(0, -1)
    return have.length >= head.length && head.every((part, at) => matchPart(part, have[at] ?? null, params))
  }
  return want.length === have.length && want.every((part, at) => matchPart(part, have[at] ?? null, params))
}

/** `#fane={tab}` is matched like a query, `#/borger/{citizen}` like a path. */
function matchHash(template: string, hash: string, params: Record<string, string>): boolean {
  const want = template.replace(/^#/, '')
  const have = hash.replace(/^#/, '')
  if (want.startsWith('/')) return matchPath(want, have.split('?')[0] ?? '', params)
  if (!want.includes('=')) return matchPart(want, have, params)
  const given = new URLSearchParams(have)
  return [...new URLSearchParams(want)].every(([name, part]) => matchPart(part, given.get(name), params))
}

/** A `{name}` takes any non-empty value, the same one each time it occurs; `a|b` is either, with an empty side also none; `!` is none. */
function matchPart(template: string, value: string | null, params: Record<string, string>): boolean {
  const name = NAME.exec(template)?.[1]
  if (name === undefined) {
    if (template === '!') return value === null || value === ''
    const options = template.split('|')
    return value === null ? options.includes('') : options.includes(value)
  }
  if (value === null || value === '' || (params[name] !== undefined && params[name] !== value)) return false
  params[name] = value
  return true
}

function segments(path: string): string[] {
  return path
    .split('/')
    .filter((part) => part !== '')
    .map(decode)
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** Fills a template with values, each encoded; `null` when one is missing. */
export function fillTemplate(template: string, values: RouteParams): string | null {
  let complete = true
  const filled = template.replace(/\{([a-zA-Z]+)\}/g, (_whole, name: string) => {
    const value = values[name]
    if (value === undefined || value === '') complete = false
    return encodeURIComponent(value ?? '')
  })
  return complete ? filled : null
}

/** Does a match pattern (`https://*.example.dk/*`) cover an address? As in manifests, a pattern without a port covers all ports. */
export function hostMatches(patternText: string, url: URL): boolean {
  const parts = /^(https?):\/\/([^/:]+)(?::(\d+))?(\/.*)\*$/.exec(patternText)
  if (!parts) return false
  const [, scheme, host = '', port, path = '/'] = parts
  if (`${scheme}:` !== url.protocol || (port !== undefined && port !== url.port) || !url.pathname.startsWith(path)) return false
  return host.startsWith('*.') ? url.hostname.endsWith(host.slice(1)) && url.hostname.length > host.length - 1 : url.hostname === host
}
