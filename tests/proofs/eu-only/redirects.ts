import type { BadUpstream } from '#tests/proxy/support/bad-upstream.ts'
import { rawUpstreamSettings } from '#tests/proxy/support/upstream-settings.ts'
import type { Trap } from '#tests/proxy/support/trap.ts'
import type { Tally } from '../support/tally.ts'
import { loneUpstreams } from './in-process.ts'

const STATUSES = [300, 301, 302, 303, 304, 305, 306, 307, 308] as const

/** An upstream that sends us on: never followed, and it rests. */
export async function redirects(upstream: BadUpstream, trap: Trap, tally: Tally): Promise<void> {
  for (const status of STATUSES) {
    for (const location of [trap.url, `//127.0.0.1:${trap.port}/v1`, '/v1/elsewhere', `http://localhost:${trap.port}/`, '']) {
      upstream.reset()
      const { upstreams, ask, logged } = loneUpstreams(rawUpstreamSettings([upstream]), { development: true })
      upstream.always({
        status,
        headers: { ...(location !== '' && { location }), refresh: `0;url=${trap.url}`, 'content-location': trap.url },
      })
      const answer = await ask()
      const where = `${status} to ${location}`
      tally.check('a redirect is an error', !answer.ok && answer.code === 'upstream-failed', () => `${where}: ${JSON.stringify(answer)}`)
      tally.check('a redirect is not followed', upstream.seen.length === 1, () => `${where}: ${upstream.seen.length} requests`)
      tally.check('a redirect stops the upstream', upstreams.health()['lokal-1'] === false && logged().includes('"redirect"'), () => where)
      await upstreams.close()
    }
  }
  tally.check('no connection reaches the trap', trap.connections === 0, () => `${trap.connections} connections after redirects`)
}
