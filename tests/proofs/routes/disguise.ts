import type { Random } from '../support/random.ts'

type Turn = (path: string, random: Random) => string

const mid = (path: string, random: Random) => random.int(1, Math.max(1, path.length - 1))
const encoded = (char: string) => `%${(char.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}`

/** Other ways to write an address, and addresses that other gateways have been entered by. */
const TURNS: readonly Turn[] = [
  (path) => `${path}/`,
  (path) => `/${path}`,
  (path) => path.toUpperCase(),
  (path) => `${path}?access=public`,
  (path) => `${path};a=b`,
  (path) => `/healthz/..${path}`,
  (path) => `/healthz/%2e%2e${path}`,
  (path) => `/./${path}`,
  (path) => path.replace('/v1', '/v1/.'),
  (path) => path.replace('/v1', '/v2'),
  (path) => path.replace('/v1', ''),
  (path) => path.replace('/v1', '/api/v1'),
  (path) => path.replace('/v1', '/openai/deployments/x'),
  (path) => `${path}.json`,
  (path) => `${path}%00`,
  (path) => `${path}%2f`,
  (path) => `${path}\\`,
  (path, random) => path.slice(0, mid(path, random)) + encoded(path.charAt(mid(path, random))) + path.slice(mid(path, random) + 1),
  (path, random) => path.slice(0, mid(path, random)),
  () => '/v1/completions',
  () => '/v1/responses',
  () => '/v1/files',
  () => '/admin',
  () => '/',
  () => '/docs',
  () => '/key/generate',
]

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND']

/** A route's address written otherwise, asked for with any method. */
export function disguise(
  { method, url }: { readonly method: string; readonly url: string },
  random: Random,
): { method: string; path: string } {
  let path = url.replaceAll(/:\w+/g, 'x')
  for (let left = random.int(1, 2); left > 0; left -= 1) path = random.pick(TURNS)(path, random)
  return { method: random.chance(0.5) ? method : random.pick(METHODS), path }
}
