import { Agent, type Dispatcher, EnvHttpProxyAgent, interceptors, Pool } from 'undici'
import { createConnector } from '#proxy/upstream/guarded-connect.ts'
import { startBadUpstream } from '#tests/proxy/support/bad-upstream.ts'
import { startTrap } from '#tests/proxy/support/trap.ts'
import { chatAnswer } from '#tests/proxy/support/upstream-answers.ts'
import type { PlantedFault } from '../support/planted.ts'
import { Tally } from '../support/tally.ts'
import { AZURE_CONFIG } from './good-configs.ts'
import { resolveTo } from './dns-changes.ts'
import { STRANGER } from './model-changes.ts'
import { startRefused } from './start-refused.ts'

/** A proxy with each guard taken out, and whether the detectors of this proof see what it does then. */
export async function plantedFaults(): Promise<readonly PlantedFault[]> {
  const quiet = new Tally(() => undefined)
  await startRefused([{ id: 'planted', upstream: AZURE_CONFIG, names: 'x', evenInDevelopment: false }], quiet)
  return [
    { kind: 'a configuration that starts', found: quiet.failuresOf('a wrong configuration is refused') === 1 },
    { kind: 'a name that is followed to this machine', found: await reachesTrap(followName) },
    { kind: 'a redirect that is followed', found: await reachesTrap(followRedirect) },
    { kind: 'a proxy variable that is obeyed', found: await reachesTrap(obeyEnvironment) },
    { kind: 'a stranger that is shown', found: await showsStranger() },
  ]
}

async function reachesTrap(reach: (port: number) => Promise<void>): Promise<boolean> {
  const trap = await startTrap()
  await reach(trap.port)
  await trap.close()
  return trap.connections > 0
}

async function followName(port: number): Promise<void> {
  const connect = createConnector({ isAllowed: () => true, timeoutMs: 1000, ca: null, resolve: resolveTo('127.0.0.1') })
  await askOnce(new Pool(`http://llm.proevekommune.dk:${port}`, { connect }), `http://llm.proevekommune.dk:${port}`)
}

async function followRedirect(port: number): Promise<void> {
  const upstream = await startBadUpstream()
  upstream.always({ status: 307, headers: { location: `http://127.0.0.1:${port}/` } })
  await askOnce(new Agent().compose(interceptors.redirect({ maxRedirections: 1 })), upstream.azureAddress)
  await upstream.close()
}

async function obeyEnvironment(port: number): Promise<void> {
  const upstream = await startBadUpstream()
  await askOnce(new EnvHttpProxyAgent({ httpProxy: `http://127.0.0.1:${port}`, noProxy: '' }), upstream.azureAddress)
  await upstream.close()
}

async function askOnce(dispatcher: Dispatcher, origin: string): Promise<void> {
  try {
    await dispatcher.request({ origin, method: 'POST', path: '/', body: '{}', signal: AbortSignal.timeout(1000) })
  } catch {
    // What it ends with is nothing to this proof; where it went is.
  } finally {
    await dispatcher.destroy()
  }
}

/** Read straight from the upstream, as a proxy that compares nothing would pass it on. */
async function showsStranger(): Promise<boolean> {
  const upstream = await startBadUpstream()
  upstream.always(chatAnswer(STRANGER, { model: 'gpt-4o' }))
  const pool = new Pool(upstream.azureAddress)
  const { body } = await pool.request({ method: 'POST', path: '/v1/chat/completions', body: '{}' })
  const text = await body.text()
  await pool.destroy()
  await upstream.close()
  return text.includes(STRANGER)
}
