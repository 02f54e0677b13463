import { createHash, createPublicKey, verify } from 'node:crypto'
import type { LogEntry } from '#proxy/contract/guidance.ts'

const HASHED = ['about', 'action', 'at', 'entry', 'from', 'on', 'previous', 'reason', 'role', 'subject', 'switch', 'unit', 'until'] as const

/** The chain reckoned by a second hand, from the description in docs/decisions/0006 alone. The first line that does not fit. */
export function brokenLine(log: readonly LogEntry[], publicKey: string): number | null {
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' })
  let previous = '0'.repeat(64)
  for (const [index, line] of log.entries()) {
    const hash = createHash('sha256')
      .update(JSON.stringify(line, [...HASHED]))
      .digest('hex')
    const signed = verify(null, Buffer.from(`sagshjaelp-log-1\n${hash}`), key, Buffer.from(line.signature ?? '', 'base64url'))
    if (line.entry !== index + 1 || line.previous !== previous || line.hash !== hash || !signed) return index + 1
    previous = hash
  }
  return null
}

/** What is off today by the log: lines are gone through one by one, and what is undone is switched back. */
export function offByLog(log: readonly LogEntry[], unit: string, today: string): readonly string[] {
  const active = new Map<number, boolean>()
  const lines = new Map(log.map((line) => [line.entry, line]))
  const turn = (entry: number, to: boolean): void => {
    active.set(entry, to)
    const line = lines.get(entry)
    // A spoilt log may point forwards; a real one never does.
    if (line?.action === 'undo' && line.about !== null && line.about < entry) turn(line.about, !to)
  }
  for (const { entry } of log) turn(entry, true)
  const newest = new Map<string, boolean>()
  for (const line of log) {
    const covers = line.from !== null && line.from <= today && (line.until === null || today <= line.until)
    if (line.action !== 'set' || active.get(line.entry) !== true || !covers) continue
    if (line.unit === unit || line.unit === '*') newest.set(`${line.unit} ${line.switch}`, line.on === false)
  }
  const off = [...newest].flatMap(([name, isOff]) => (isOff ? [name.split(' ')[1] ?? ''] : []))
  return [...new Set(off)].toSorted()
}
