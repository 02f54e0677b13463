import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const SPY = new URL('../../proxy/support/connect-spy.ts', import.meta.url).pathname

/** What a process with the spy in it has tried to reach. */
export class SpyLog {
  readonly #folder = mkdtempSync(join(tmpdir(), 'sagshjaelp-spy-'))
  /** An address is no name; the server looks its own up when it begins to listen. */
  readonly #allowed = new Set(['lookup 127.0.0.1'])
  #read = 0

  get file(): string {
    return join(this.#folder, 'connects')
  }

  allow(port: number): void {
    this.#allowed.add(`connect 127.0.0.1 ${port}`)
  }

  /** Whatever was tried since the last time and is not allowed. */
  strangers(): readonly string[] {
    if (!existsSync(this.file)) return []
    const text = readFileSync(this.file, 'utf8')
    const lines = text.slice(this.#read).split('\n')
    this.#read = text.length
    return lines.filter((line) => line !== '' && !this.#allowed.has(line))
  }

  /** Anything at all, ever: a spy that sees nothing proves nothing. */
  hasSeenAnything(): boolean {
    return existsSync(this.file) && readFileSync(this.file, 'utf8') !== ''
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
