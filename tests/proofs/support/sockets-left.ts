import type { BadUpstream } from '#tests/proxy/support/bad-upstream.ts'
import type { Tally } from './tally.ts'

/** Idle connections are kept four seconds for the next request. */
const PATIENCE_MS = 12_000

/** When all is over, nothing is open: no request that goes on, no connection to the upstream, no stream in the counters. */
export async function noSocketsLeft(url: string, upstream: BadUpstream, tally: Tally): Promise<void> {
  const end = Date.now() + PATIENCE_MS
  while (Date.now() < end && (upstream.openSockets > 0 || upstream.unfinished > 0)) {
    await new Promise((resolve) => {
      setTimeout(resolve, 50)
    })
  }
  const { openSockets, unfinished } = upstream
  tally.check('sockets left', openSockets === 0 && unfinished === 0, () => `${openSockets} connections, ${unfinished} requests are open`)
  const metrics = await (await fetch(`${url}/metrics`)).text()
  const open = /^sagshjaelp_open_streams (\d+)$/m.exec(metrics)?.[1]
  tally.check('streams left', open === '0', () => `the proxy counts ${open} open streams`)
}
