import { connect } from 'node:net'
import type { RawRequest } from './places.ts'

const MOST_MS = 8000

/** Sends a request as it is; comes back with the status, or `null` when the connection was simply closed. */
export function sendRaw(port: number, { method, path, headers, body }: RawRequest): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1' })
    let answer = ''
    const timer = setTimeout(() => {
      socket.destroy()
      reject(new Error(`no answer within ${MOST_MS} ms to ${method} ${path}`))
    }, MOST_MS)
    socket.setEncoding('latin1')
    socket.on('data', (piece) => {
      answer += String(piece)
    })
    socket.on('error', () => undefined)
    socket.once('close', () => {
      clearTimeout(timer)
      const [, status] = /^HTTP\/1\.1 (\d{3})/.exec(answer) ?? []
      resolve(status === undefined ? null : Number(status))
    })
    const bytes = Buffer.from(body)
    const lines = headers.map(([name, value]) => `${name}: ${value}`)
    socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\ncontent-length: ${bytes.length}\r\nconnection: close\r\n\r\n`)
    socket.write(bytes)
  })
}
