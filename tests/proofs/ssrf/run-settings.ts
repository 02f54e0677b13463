import { isIP } from 'node:net'
import type { Trap } from '#tests/proxy/support/trap.ts'
import { OWN_CONFIG, changed } from '../eu-only/good-configs.ts'
import { ownAt, resolveTo } from '../eu-only/dns-changes.ts'
import { loneUpstreams } from '../eu-only/in-process.ts'
import { refusalOf } from '../eu-only/start-refused.ts'
import type { ProxyStage } from '../support/proxy-stage.ts'
import type { Tally } from '../support/tally.ts'
import type { SpyLog } from './spy-log.ts'

/** The list, written once more: what is on it may stand in the configuration. */
const ON_THE_LIST = /^https:\/\/(?:[a-z0-9-]+\.(?:openai|cognitiveservices|services\.ai)\.azure\.com\/?|api\.mistral\.ai(?:\/[\w/]*)?)$/

/** A target as the address of an upstream: the proxy does not start. */
export async function asSetting(id: string, target: string, tally: Tally): Promise<void> {
  if (ON_THE_LIST.test(target)) return
  const refusal = await refusalOf(changed(OWN_CONFIG, ['upstreams', 0, 'address'], target), false)
  tally.check('a target in the configuration', refusal !== null, () => `${id}: the proxy would start with ${target}`)
}

/** A name of an own host that leads to the target's address. */
export async function asName(id: string, target: string, { trap, tally }: { trap: Trap; tally: Tally }): Promise<void> {
  const address = addressIn(target)
  if (address === null || address.startsWith('10.20.')) return
  const { upstreams, ask, logged } = loneUpstreams(ownAt(trap.port), { resolve: resolveTo(address) })
  const before = trap.connections
  const answer = await ask()
  await upstreams.close()
  tally.check('a name that leads to a target', !answer.ok && logged().includes('forbidden-address'), () => `${id}: ${address}: ${logged()}`)
  tally.check('a connection to the trap', trap.connections === before, () => `${id}: by the name for ${address}`)
}

function addressIn(target: string): string | null {
  if (!URL.canParse(target)) return null
  const host = new URL(target).hostname.replaceAll(/^\[|\]$/g, '')
  return isIP(host) === 0 ? null : host
}

const REST_MS = 150

/** The upstream sends us to the target. */
export async function asRedirect(
  id: string,
  target: string,
  run: { stage: ProxyStage; trap: Trap; spy: SpyLog; tally: Tally },
): Promise<void> {
  const { stage, trap, spy, tally } = run
  const location = target.replaceAll(/[^\x20-\x7e]/g, encodeURIComponent)
  stage.upstream.next({ status: 307, headers: { location, 'content-location': location, refresh: `0; url=${location}` } })
  const before = trap.connections
  const asked = stage.client.chat.completions.create({ model: 'sag-chat', messages: [{ role: 'user', content: 'Hvad nu?' }] })
  const isRefused = await asked.then(
    () => false,
    () => true,
  )
  tally.check('a redirect is an error', isRefused, () => `${id}: ${location} was taken for an answer`)
  tally.check('a connection to the trap', trap.connections === before, () => `${id}: by a redirect to ${location}`)
  const strangers = spy.strangers()
  tally.check(
    'somebody else is called or looked up',
    strangers.length === 0,
    () => `${id}: redirect to ${location}: ${strangers.join('; ')}`,
  )
  // The upstream that sent us on rests.
  await new Promise((resolve) => {
    setTimeout(resolve, REST_MS)
  })
}
