import { connect } from 'node:net'

export interface Knocked {
  /** Statuses of all answers on the connection, in order. */
  readonly statuses: readonly number[]
  readonly text: string
  /** Whether the server let the connection stand until we gave up. */
  readonly isHanging: boolean
}

const GIVE_UP_MS = 4000

/**
 * Sends bytes on a connection of their own, closes our half when nothing has been said for a while, and listens until
 * the server closes its half.
 */
export function knock(port: number, raw: Buffer, quietMs = 150): Promise<Knocked> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = []
    let isHanging = false
    const socket = connect({ port, host: '127.0.0.1' }, () => socket.write(raw))
    const quiet = setTimeout(() => socket.end(), quietMs)
    const timer = setTimeout(() => {
      isHanging = true
      socket.destroy()
    }, GIVE_UP_MS)
    socket.on('data', (piece: Buffer) => {
      pieces.push(piece)
      quiet.refresh()
    })
    socket.on('error', (error: NodeJS.ErrnoException) => {
      // Torn is an answer too; refused means that there is nobody.
      if (error.code === 'ECONNREFUSED') reject(error)
    })
    socket.once('close', () => {
      clearTimeout(timer)
      clearTimeout(quiet)
      const text = Buffer.concat(pieces).toString('latin1')
      const statuses = [...text.matchAll(/HTTP\/1\.[01] (\d{3}) /g)].map(([, status]) => Number(status))
      resolve({ statuses, text, isHanging })
    })
  })
}

/** Statuses that say "this is no request": they run nothing, so one may follow an answer. */
const NO_REQUEST: ReadonlySet<number> = new Set([100, 400, 408, 413, 431])

/** How many requests on the connection were run. */
export function requestsRun({ statuses }: Knocked): number {
  return statuses.filter((status) => !NO_REQUEST.has(status)).length
}
