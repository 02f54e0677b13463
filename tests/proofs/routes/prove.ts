import { ROLES, type Role } from '#proxy/contract/role.ts'
import type { Routes } from '#proxy/parts.ts'
import { ROUTES } from '#proxy/server/all-routes.ts'
import { createApp } from '#proxy/server/app.ts'
import { call, startProxyStage, type ProxyStage } from '#tests/proxy/support/proxy-stage.ts'
import type { Proof } from '../claim.ts'
import { type PlantedFault, requireFound } from '../support/planted.ts'
import { Random } from '../support/random.ts'
import { Tally } from '../support/tally.ts'
import { disguise } from './disguise.ts'
import { badHeaders } from './bad-headers.ts'
import { startElsewhere } from './start-elsewhere.ts'

/** All that anybody may ask for without being signed in. A route more needs a line here, and a reason. */
const OPEN = new Set(['GET /healthz', 'GET /readyz'])
const DISGUISES = 3000

export interface KnownRoute {
  readonly method: string
  readonly url: string
  readonly access: 'public' | readonly Role[] | undefined
}

/** `routes`: each registered route, however its address is written, answers nobody but those it is for. */
export const prove: Proof = async ({ seed, n, log }) => {
  const tally = new Tally(log)
  const stage = await startProxyStage()
  try {
    const known = await routesOf(stage, ROUTES)
    log(`${known.length} routes: ${known.map(({ method, url }) => `${method} ${url}`).join(', ')}`)
    requireFound(tally, await plantFaults(stage), log)
    for (const route of known) {
      tally.check('open route', OPEN.has(nameOf(route)) === (route.access === 'public'), () => nameOf(route))
      if (route.access !== 'public') await tryStrangers(stage, route, tally)
      if (route.access !== 'public') await tryRoles(stage, route, tally)
    }
    const random = new Random(seed)
    for (let left = n ?? DISGUISES; left > 0; left -= 1) await tryDisguise(stage, disguise(random.pick(known), random), tally)
    return tally.result(`${known.length} routes, ${tally.failed} open to strangers`)
  } finally {
    await stage.close()
  }
}

const nameOf = ({ method, url }: KnownRoute) => `${method} ${url}`
const pathOf = (url: string) => url.replaceAll(/:\w+/g, 'x')

/** Every route that the given files register, as the server itself is told of it. */
async function routesOf({ proxy }: ProxyStage, routes: readonly Routes[]): Promise<readonly KnownRoute[]> {
  const known: KnownRoute[] = []
  const listen: Routes = (app) => {
    app.addHook('onRoute', ({ method, url, config }) => {
      for (const each of [method].flat()) known.push({ method: each, url, access: config?.access })
    })
  }
  const app = await createApp(proxy.parts, [listen, ...routes])
  await app.close()
  return known
}

async function statusOf(
  base: string,
  { method, path }: { method: string; path: string },
  headers: Record<string, string>,
): Promise<number> {
  const body = method === 'GET' ? {} : { body: '{}' }
  const type = method === 'GET' ? {} : { 'content-type': 'application/json' }
  return (await call(base, { method, path, headers: { ...type, ...headers }, ...body })).status
}

async function tryStrangers(stage: ProxyStage, route: KnownRoute, tally: Tally): Promise<void> {
  const at = { method: route.method, path: pathOf(route.url) }
  for (const [what, headers] of badHeaders(stage.issuer)) {
    const status = await statusOf(stage.url, at, headers)
    tally.check('let in', status === 401 || status === 403, () => `${nameOf(route)} with ${what}: ${status}`)
    if (what === 'nothing') tally.check('not 401', status === 401, () => `${nameOf(route)}: ${status}`)
  }
}

async function tryRoles(stage: ProxyStage, route: KnownRoute, tally: Tally): Promise<void> {
  const allowed = new Set<Role>(route.access === 'public' ? [] : route.access)
  for (const role of ROLES) {
    // One of the routes signs its caller out, so each call has a person of its own.
    const headers = { authorization: `Bearer ${stage.issuer.token({ roles: [role], subject: `${nameOf(route)} ${role}` })}` }
    const status = await statusOf(stage.url, { method: route.method, path: pathOf(route.url) }, headers)
    const isRight = allowed.has(role) ? status !== 401 : status === 403
    tally.check('role', isRight, () => `${nameOf(route)} as ${role}: ${status}`)
  }
}

async function tryDisguise(stage: ProxyStage, at: { method: string; path: string }, tally: Tally): Promise<void> {
  const status = await statusOf(stage.url, at, {}).catch(() => 400)
  const isOpen = OPEN.has(`${at.method} ${plain(at.path)}`)
  tally.check('let in', status >= 400 || isOpen, () => `${at.method} ${at.path}: ${status}`)
}

/** The address as the server reads it: an open route may be asked for in any spelling. */
function plain(path: string): string {
  const [address = ''] = path.split('?', 1)
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

/** A route that says nothing must stop the start; one that is open to all must be seen. */
async function plantFaults(stage: ProxyStage): Promise<readonly PlantedFault[]> {
  const silent = await createApp(stage.proxy.parts, [(app) => app.get('/planted', () => 'x')]).then(
    async (app) => app.close().then(() => false),
    () => true,
  )
  const open: Routes = (app) => app.get('/planted', { config: { access: 'public' } }, () => ({ ok: true }))
  const [route] = await routesOf(stage, [open])
  const elsewhere = await startElsewhere(stage, [open])
  const status = await statusOf(elsewhere.url, { method: 'GET', path: '/planted' }, {})
  await elsewhere.close()
  return [
    { kind: 'a route that does not say who may use it', found: silent },
    {
      kind: 'a route that is open and not on the list',
      found: route !== undefined && route.access === 'public' && !OPEN.has(nameOf(route)),
    },
    { kind: 'an answer to a stranger', found: status === 200 },
  ]
}
