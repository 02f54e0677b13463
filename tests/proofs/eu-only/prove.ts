import { startBadUpstream } from '#tests/proxy/support/bad-upstream.ts'
import { startTrap, type Trap } from '#tests/proxy/support/trap.ts'
import type { Proof } from '../claim.ts'
import { requireFound } from '../support/planted.ts'
import { startProxyStage } from '../support/proxy-stage.ts'
import { Random } from '../support/random.ts'
import { Tally } from '../support/tally.ts'
import { dnsChanges } from './dns-changes.ts'
import { plantedFaults } from './faults.ts'
import { modelChangeConfig, modelChanges } from './model-changes.ts'
import { redirects } from './redirects.ts'
import { processRefuses, startRefused } from './start-refused.ts'
import { fixedWrongConfigs, randomWrongConfigs, SECRET_VALUE } from './wrong-configs.ts'

const RANDOM_CONFIGS = 400
const PROCESSES = 8

/**
 * `eu-only`: what could send data outside the EU does not start; names, redirects, proxies and models that change while
 * the proxy runs are stopped and said aloud; and nobody else gets a byte.
 */
export const prove: Proof = async ({ seed, n, log }) => {
  process.env['SAGSHJAELP_PROOF_UPSTREAM_KEY'] = SECRET_VALUE
  const tally = new Tally(log)
  const random = new Random(seed)
  requireFound(tally, await plantedFaults(), log)
  const fixed = fixedWrongConfigs()
  await startRefused([...fixed, ...randomWrongConfigs(random, n ?? RANDOM_CONFIGS)], tally)
  log(`wrong configurations: ${fixed.length} fixed, ${n ?? RANDOM_CONFIGS} made up; starting ${PROCESSES} of them`)
  await processRefuses(
    Array.from({ length: PROCESSES }, () => random.pick(fixed)),
    tally,
  )
  const trap = await startTrap()
  await dnsChanges(trap, tally)
  const upstream = await startBadUpstream()
  await redirects(upstream, trap, tally)
  await upstream.close()
  await throughTheWhole(trap, tally)
  tally.check('0 bytes to others', trap.connections === 0 && trap.bytes === 0, () => `${trap.connections} connections, ${trap.bytes} bytes`)
  await trap.close()
  return tally.result(`${fixed.length + (n ?? RANDOM_CONFIGS)} wrong configurations, ${trap.bytes} bytes to others`)
}

/** The whole proxy, in an environment that asks it to send everything through the trap. */
async function throughTheWhole(trap: Trap, tally: Tally): Promise<void> {
  const env = Object.fromEntries(
    ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'http_proxy', 'https_proxy', 'all_proxy', 'npm_config_proxy'].map((name) => [
      name,
      trap.url,
    ]),
  )
  const stage = await startProxyStage({
    upstreams: 2,
    upstreamConfig: modelChangeConfig,
    env: { ...env, NODE_USE_ENV_PROXY: '1', NODE_TLS_REJECT_UNAUTHORIZED: '0', NO_PROXY: '', no_proxy: '' },
  })
  try {
    await modelChanges(stage, tally)
    tally.check('no connection reaches the trap', trap.connections === 0, () => `${trap.connections} connections by the environment`)
  } finally {
    await stage.close()
  }
}
