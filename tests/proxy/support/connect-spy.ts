/**
 * Loaded into a proxy's process before anything else: writes down every connection that the process tries to make, and
 * every name it looks up, whoever in it does so. The file stands in SAGSHJAELP_CONNECT_SPY.
 */
import dns from 'node:dns'
import { appendFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { Socket } from 'node:net'

const file = process.env['SAGSHJAELP_CONNECT_SPY'] ?? ''

function note(line: string): void {
  if (file !== '') appendFileSync(file, `${line}\n`)
}

const { connect } = Socket.prototype
Socket.prototype.connect = function spied(this: Socket, ...args: unknown[]): Socket {
  const [first] = args
  const options = (Array.isArray(first) ? (first as unknown[])[0] : first) as {
    readonly host?: string
    readonly port?: number
    readonly path?: string
  }
  note(
    typeof options === 'object'
      ? `connect ${options.path ?? `${options.host ?? 'localhost'} ${options.port}`}`
      : `connect ${String(args[1])} ${String(first)}`,
  )
  return Reflect.apply(connect as (...all: unknown[]) => Socket, this, args)
}

const { lookup } = dns
dns.lookup = ((host: string, ...rest: unknown[]) => {
  note(`lookup ${host}`)
  return Reflect.apply(lookup as (...all: unknown[]) => void, dns, [host, ...rest])
}) as typeof dns.lookup
syncBuiltinESMExports()
