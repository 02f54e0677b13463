import type { Readable } from 'node:stream'
import type { ProxyErrorCode } from '../contract/error-code.ts'
import type { CallLife, StopReason } from './call-life.ts'

export type WholeAnswer =
  | { readonly ok: true; readonly bytes: Buffer }
  | { readonly ok: false; readonly stopped: 'client-left' | ProxyErrorCode; readonly size: number }

interface ReadLimits {
  readonly answerBytes: number
  readonly idleMs: number
}

/** Reads an answer that is not streamed, to its end or to its limit. Never rejects. */
export function readWhole(from: Readable, life: CallLife, { answerBytes, idleMs }: ReadLimits): Promise<WholeAnswer> {
  return new Promise((resolve) => {
    const pieces: Buffer[] = []
    let size = 0
    const idle = setTimeout(() => fail('upstream-timeout'), idleMs)
    const fail = (stopped: StopReason) => {
      clearTimeout(idle)
      resolve({ ok: false, stopped, size })
      from.destroy()
    }
    from.on('data', (piece: Buffer) => {
      idle.refresh()
      size += piece.length
      if (size > answerBytes) fail('upstream-failed')
      else pieces.push(piece)
    })
    from.once('end', () => {
      clearTimeout(idle)
      resolve({ ok: true, bytes: pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces, size) })
    })
    from.on('error', () => fail('upstream-failed'))
    from.once('close', () => fail('upstream-failed'))
    life.onStop(fail)
  })
}
