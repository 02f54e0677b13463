import type { Readable } from 'node:stream'

interface ReadLimits {
  readonly mostBytes: number
  readonly mostMs: number
}

/** Reads a small text; what is longer or later is cut off, and the connection with it. Never rejects. */
export function readLimited(from: Readable, { mostBytes, mostMs }: ReadLimits): Promise<string> {
  return new Promise((resolve) => {
    const pieces: Buffer[] = []
    let size = 0
    const finish = () => {
      clearTimeout(timer)
      resolve(Buffer.concat(pieces).subarray(0, mostBytes).toString('utf8'))
      if (!from.readableEnded) from.destroy()
    }
    const timer = setTimeout(finish, mostMs)
    from.on('data', (piece: Buffer) => {
      pieces.push(piece)
      size += piece.length
      if (size > mostBytes) finish()
    })
    from.on('error', finish)
    from.once('end', finish).once('close', finish)
  })
}
