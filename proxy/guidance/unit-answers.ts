import { createHash } from 'node:crypto'
import type { Signer } from '../../utils/guidance/signed/envelope.ts'
import { seal } from '../../utils/guidance/signed/envelope.ts'
import { toInstant } from '../../utils/guidance/signed/instant.ts'
import { ALL_UNITS } from '../contract/guidance.ts'
import type { ReadyAnswer } from './guidance.ts'
import { offStretches } from './off-stretches.ts'
import type { ServedPack } from './served-packs.ts'
import type { SwitchBook } from './switch-book.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** More units than any municipality has; then the memory is let go of and filled anew. */
const MOST_UNITS = 2000

export interface AnswerSource {
  readonly book: SwitchBook
  /** Publisher's and municipality's; the second may change while the proxy runs. */
  readonly packs: () => readonly ServedPack[]
  /** Packs that have not begun. */
  readonly coming: readonly ServedPack[]
  readonly signer: Signer | null
  readonly municipality: string
  /** Switch ids. */
  readonly locked: readonly string[]
  readonly validDays: number
  readonly now: () => number
  readonly today: () => string
}

interface Kept {
  readonly state: string
  readonly etag: string
  readonly switches: string
}

/**
 * The answer to `GET /v1/guidance`, a unit at a time. Signed when the unit's log, the day or the hour has changed; the moment
 * of signing is the full hour, so that all replicas make the same bytes and the same ETag.
 */
export function unitAnswers(source: AnswerSource): (unit: string) => ReadyAnswer {
  const packsNow = packsAsText(source)
  const coming = JSON.stringify(source.coming)
  const kept = new Map<string, Kept>()
  const current = (unit: string): Kept => {
    const hour = Math.floor(source.now() / HOUR_MS) * HOUR_MS
    const serial = source.book.revisionOf(unit)
    const { digest } = packsNow()
    const state = `${serial} ${source.today()} ${hour} ${digest}`
    const known = kept.get(unit)
    if (known?.state === state) return known
    const switches = JSON.stringify(source.signer === null ? null : sealSwitches(source, source.signer, { unit, serial, hour }))
    const made = { state, switches, etag: `"${serial}-${digestOf(digest + coming + switches)}"` }
    if (kept.size >= MOST_UNITS) kept.clear()
    kept.set(unit, made)
    return made
  }
  return (unit) => {
    const { etag, switches } = current(unit)
    return {
      etag,
      get body() {
        return `{"packs":${packsNow().text},"coming":${coming},"switches":${switches}}`
      },
    }
  }
}

/** Made once for each set of packs: they are many kilobytes, and asked for by every browser every minute. */
function packsAsText({ packs }: AnswerSource): () => { readonly text: string; readonly digest: string } {
  let made: { readonly of: string; readonly text: string; readonly digest: string } | null = null
  return () => {
    const now = packs()
    const of = now.map(({ kind, id, serial }) => `${kind} ${id} ${serial}`).join('\n')
    if (made?.of !== of) {
      const text = JSON.stringify(now)
      made = { of, text, digest: digestOf(text) }
    }
    return made
  }
}

function sealSwitches(
  { book, packs, municipality, locked, validDays, today }: AnswerSource,
  signer: Signer,
  { unit, serial, hour }: { readonly unit: string; readonly serial: number; readonly hour: number },
): string {
  const off = offStretches(book.layers([unit, ALL_UNITS]), today())
  const payload = {
    expires: toInstant(hour + validDays * DAY_MS),
    issued: toInstant(hour),
    locked,
    off: off.filter((stretch) => !locked.includes(stretch.switch)).map(({ unit: _unit, ...stretch }) => stretch),
    packs: packs().map(({ id, serial: packSerial }) => ({ id, serial: packSerial })),
    serial,
    tenant: municipality,
    unit,
  }
  return seal('switches', payload, signer)
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}
