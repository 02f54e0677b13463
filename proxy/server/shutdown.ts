import type { Proxy } from './compose.ts'

const MS = 1000
/** For answers that are not streams, and for connections that nobody closes. */
const LAST_ANSWERS_MS = 2000

/**
 * Closes without cutting anybody off: nothing new is taken in and `/readyz` says so, open streams run to their end or,
 * when the time is up, end with an error that their client sees; then the parts write what is left.
 */
export async function shutDown({ app, parts, close }: Proxy): Promise<void> {
  const { log, config } = parts
  log({ event: 'stopping', openStreams: app.calls.count })
  await app.calls.drain(config.server.shutdownSeconds * MS)
  const openStreams = app.calls.count
  const timer = setTimeout(() => app.server.closeAllConnections(), LAST_ANSWERS_MS)
  await close()
  clearTimeout(timer)
  log({ event: 'stopped', openStreams })
}
