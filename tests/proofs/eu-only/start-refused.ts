import { ConfigError, parseConfig } from '#proxy/config/load-config.ts'
import { createLog } from '#proxy/observe/log-writer.ts'
import { createMetrics } from '#proxy/observe/metrics.ts'
import { createUpstreams } from '#proxy/upstream/create-upstreams.ts'
import { startProxy } from '#tests/proxy/support/start-proxy.ts'
import type { Tally } from '../support/tally.ts'
import { GOOD_CONFIGS, type Raw } from './good-configs.ts'
import { SECRET_VALUE, type WrongConfig } from './wrong-configs.ts'

/** The rest of a configuration, as it should be. */
export const AUTH = {
  issuer: 'https://login.microsoftonline.com/3f2504e0-4f89-41d3-9a0c-0305e82c3301/v2.0',
  audience: ['urn:proof'],
  units: [{ claim: 'unit-north', id: 'north', name: 'Nord' }],
  roles: [{ claim: 'caseworker', role: 'caseworker' as const }],
  municipality: '999',
  pseudonymKeys: [{ id: 'proof-1', secret: { env: 'SAGSHJAELP_TEST_PSEUDONYM_SECRET' } }],
}

/** What the proxy's start says of a configuration; `null` when it would start. */
export async function refusalOf(upstream: Raw, development: boolean): Promise<string | null> {
  try {
    const config = parseConfig({ auth: AUTH, upstream })
    const metrics = createMetrics()
    const log = createLog({ now: Date.now, write: () => undefined })
    await createUpstreams(config.upstream, { log, metrics, now: Date.now, development }).close()
    return null
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
}

/** Right ones start; wrong ones do not, and the refusal names the key and shows no secret. */
export async function startRefused(wrong: readonly WrongConfig[], tally: Tally): Promise<void> {
  for (const { id, upstream } of GOOD_CONFIGS) {
    const refusal = await refusalOf(upstream, false)
    tally.check('a right configuration starts', refusal === null, () => `${id}: ${refusal}`)
  }
  for (const config of wrong) {
    for (const development of config.evenInDevelopment ? [false, true] : [false])
      judge(config, await refusalOf(config.upstream, development), tally)
  }
}

function judge({ id, names }: WrongConfig, refusal: string | null, tally: Tally): void {
  if (!tally.check('a wrong configuration is refused', refusal !== null, () => `${id}: the proxy would start`)) return
  tally.check('the refusal names the key', refusal?.includes(names) === true, () => `${id}: ${names} is not in "${refusal}"`)
  tally.check('the refusal is free of values', refusal?.includes(SECRET_VALUE) === false, () => `${id}: a secret is printed`)
}

/** The same, as an operator meets it: the process ends by itself, says why, and has connected to nothing. */
export async function processRefuses(wrong: readonly WrongConfig[], tally: Tally): Promise<void> {
  for (const { id, upstream, names } of wrong) {
    const said = await startProxy({ config: { auth: AUTH, upstream }, isDevelopment: false, env: ENV }).then(
      async (proxy) => {
        await proxy.close()
        return null
      },
      (error: Error) => error.message,
    )
    if (!tally.check('the process ends', said !== null, () => `${id}: the process serves`)) continue
    tally.check('the process names the key', said?.includes(names) === true, () => `${id}: "${said}"`)
    tally.check('the process prints no secret', said?.includes(SECRET_VALUE) === false, () => `${id}: a secret is printed`)
  }
}

const ENV = {
  SAGSHJAELP_TEST_PSEUDONYM_SECRET: 'only-for-tests-and-long-enough-to-be-taken',
  SAGSHJAELP_PROOF_UPSTREAM_KEY: SECRET_VALUE,
}
