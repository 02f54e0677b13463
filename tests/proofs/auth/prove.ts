import { authConfig, type AuthConfig } from '#proxy/auth/auth-config.ts'
import type { z } from 'zod'
import { testStores } from '../../proxy/support/stores.ts'
import { UnreadableData, type Proof } from '../claim.ts'
import { readJsonLines } from '../support/json-lines.ts'
import { requireFound, type PlantedFault } from '../support/planted.ts'
import { Random } from '../support/random.ts'
import { Tally } from '../support/tally.ts'
import { authorizationOf, goodToken, makeKeys, type Building, type Keys } from './build-authorization.ts'
import { keysUnderLoad } from './keys-under-load.ts'
import { authLine, type AuthLine } from './line.ts'
import { serveKeys, startMeServer, type MeServer } from './me-server.ts'
import { OWN_LINES } from './own-lines.ts'
import { faultyVerifiers } from './planted.ts'
import { randomClaims, randomMutations } from './random-lines.ts'
import { signOutEverywhere } from './sign-out-everywhere.ts'
import { worldOf, type World } from './world.ts'

const MUTATIONS = 1500

/**
 * `auth`: over real HTTP, who may come in does and nobody else: cases by the line, changed tokens, keys that rotate under
 * load, an issuer that is away, invented key ids, and tokens that were signed out at another replica.
 */
export const prove: Proof = async ({ seed, n, data, log }) => {
  const tally = new Tally(log)
  const random = new Random(seed)
  const lines = data === null ? [...OWN_LINES, ...randomClaims(random, n ?? MUTATIONS)] : read(data)
  const world = worldOf(lines)
  if (data !== null) describe(world, log)
  const keys = makeKeys(world)
  const stores = testStores()
  try {
    const store = await stores.config('pglite')
    const source = await serveKeys(() => keys.published.map(({ jwk }) => jwk))
    const auth = authFor(world, source.uri)
    const server = await startMeServer({ auth, store })
    await runLines(lines, { world, keys, server, tally })
    if (data === null) await runMutations(random, n ?? MUTATIONS, { world, keys, server, tally })
    await server.close()
    await source.close()
    if (data === null) requireFound(tally, await plantedFaults(lines, { world, keys, auth }), log)
    if (data === null) await keysUnderLoad({ store: await stores.config('pglite'), tally, log, random })
    if (data === null) await signOutEverywhere({ stores, tally, log })
  } finally {
    await stores.close()
  }
  return tally.result(`${lines.length} cases, 0 wrongly let in or refused expected`)
}

function read(path: string): readonly AuthLine[] {
  const lines = readJsonLines(path, authLine)
  if (!lines.some(({ expect }) => expect === 'accept'))
    throw new UnreadableData('no line says accept, so nothing tells whom the proxy should be set up for')
  return lines
}

/** What the lines were taken to mean, so that whoever brought them can see it. */
function describe(world: World, log: (line: string) => void): void {
  log(`read off the accepted lines: iss ${world.issuer}, aud ${world.audience.join(' ')}, typ ${world.tokenTypes.join(' ')}`)
  log(
    `  subject ${world.claims.subject}, unit in ${world.claims.unit}: ${world.units.join(' ')}, roles in ${world.claims.roles}: ${world.roles.join(' ')}`,
  )
  log(`  keys ${world.published.map(({ kid, alg }) => `${kid} (${alg})`).join(' ')}, own signature: ${[...world.ownWords].join(' ')}`)
}

function authFor(world: World, jwksUri: string): z.input<typeof authConfig> {
  return {
    issuer: world.issuer,
    jwksUri,
    audience: [...world.audience],
    tokenTypes: [...world.tokenTypes],
    claims: world.claims,
    units: world.units.map((claim, i) => ({ claim, id: `unit-${i}`, name: `Enhed ${i}` })),
    roles: world.roles.map((claim) => ({ claim, role: roleFor(claim) })),
    extensionOrigins: [`chrome-extension://${'b'.repeat(32)}`],
    municipality: '999',
    pseudonymKeys: [{ id: 'test-1', secret: { env: 'SAGSHJAELP_TEST_PSEUDONYM_SECRET' } }],
  }
}

function roleFor(claim: string): AuthConfig['roles'][number]['role'] {
  return claim === 'supervisor' || claim === 'administrator' ? claim : 'caseworker'
}

interface Run {
  readonly world: World
  readonly keys: Keys
  readonly server: MeServer
  readonly tally: Tally
}

function building({ world, keys }: Pick<Run, 'world' | 'keys'>): Building {
  return { world, keys, now: Math.floor(Date.now() / 1000) }
}

async function runLines(lines: readonly AuthLine[], run: Run): Promise<void> {
  for (const line of lines) {
    const status = await run.server.ask(authorizationOf(line, building(run)))
    const isRight = line.expect === 'accept' ? status === 200 : status === 401 || status === 403
    run.tally.check(line.expect === 'accept' ? 'refused' : 'let in', isRight, () => `${line.id}: ${status}`)
  }
}

/** Twice each: a token that was refused must not come in the second time, and a good one must not spoil the memory. */
async function runMutations(random: Random, count: number, run: Run): Promise<void> {
  const token = goodToken(building(run))
  for (const { id, mutate } of randomMutations(random, count)) {
    const changed = mutate(token)
    if (changed === token) continue
    const statuses = [await run.server.ask(`Bearer ${changed}`), await run.server.ask(`Bearer ${changed}`)]
    run.tally.check(
      'let in',
      statuses.every((status) => status === 401 || status === 403),
      () => `${id}: ${statuses.join(' ')}`,
    )
  }
  const origins = [`chrome-extension://${'b'.repeat(32)}`, `chrome-extension://${'c'.repeat(32)}`, 'https://attacker.example', 'null']
  const answers = await Promise.all(origins.map((origin) => run.server.ask(`Bearer ${token}`, { origin })))
  run.tally.check('origin', answers.join(' ') === '200 403 403 403', () => `by origin: ${answers.join(' ')}`)
}

async function plantedFaults(
  lines: readonly AuthLine[],
  { world, keys, auth }: Pick<Run, 'world' | 'keys'> & { readonly auth: z.input<typeof authConfig> },
): Promise<readonly PlantedFault[]> {
  const faulty = faultyVerifiers(authConfig.parse(auth), keys.published)
  return Promise.all(
    faulty.map(async ({ fault, accepts }) => {
      const wrong = []
      for (const line of lines)
        if ((await accepts(authorizationOf(line, building({ world, keys })))) !== (line.expect === 'accept')) wrong.push(line.id)
      return fault === 'none'
        ? { kind: `a right verifier is not blamed (${wrong.join(', ')})`, found: wrong.length === 0 }
        : { kind: fault, found: wrong.length > 0 }
    }),
  )
}
