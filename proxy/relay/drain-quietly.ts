import type { Readable } from 'node:stream'

const LONGEST_MS = 250
const MOST_BYTES = 65_536

/**
 * Reads away what follows an answer that is whole, so that the connection can be used again; an upstream that does not
 * stop is cut off.
 */
export function drainQuietly(from: Readable): void {
  if (from.readableEnded || from.destroyed) return
  let left = MOST_BYTES
  const timer = setTimeout(() => from.destroy(), LONGEST_MS)
  const stop = () => clearTimeout(timer)
  from.once('end', stop).once('close', stop)
  from.on('data', (piece: Buffer) => {
    left -= piece.length
    if (left < 0) from.destroy()
  })
  from.resume()
}
