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
  readonly packs: readonly ServedPack[]
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
  const packs = JSON.stringify(source.packs)
  const packsDigest = digestOf(packs)
  const kept = new Map<string, Kept>()
  const current = (unit: string): Kept => {
    const hour = Math.floor(source.now() / HOUR_MS) * HOUR_MS
    const serial = source.book.revisionOf(unit)
    const state = `${serial} ${source.today()} ${hour}`
    const known = kept.get(unit)
    if (known?.state === state) return known
    const switches = JSON.stringify(source.signer === null ? null : sealSwitches(source, source.signer, { unit, serial, hour }))
    const made = { state, switches, etag: `"${serial}-${digestOf(packsDigest + switches)}"` }
    if (kept.size >= MOST_UNITS) kept.clear()
    kept.set(unit, made)
    return made
  }
  return (unit) => {
    const { etag, switches } = current(unit)
    return {
      etag,
      get body() {
        return `{"packs":${packs},"switches":${switches}}`
      },
    }
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
    packs: packs.map(({ id, serial: packSerial }) => ({ id, serial: packSerial })),
    serial,
    tenant: municipality,
    unit,
  }
  return seal('switches', payload, signer)
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}
