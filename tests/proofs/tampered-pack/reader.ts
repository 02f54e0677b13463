import { holdPack, NO_PACK, type HeldPack } from '#utils/guidance/signed/held.ts'
import type { RefusalCode } from '#utils/guidance/signed/refusal.ts'
import { verifyPack } from '#utils/guidance/signed/verify-pack.ts'
import { verifySwitches } from '#utils/guidance/signed/verify-switches.ts'
import { packExpectation, switchesExpectation, type Keys, type Subject } from './good.ts'

/** What came of a text: taken into use or refused, and what is in use afterwards. */
export interface Reading {
  readonly refused: RefusalCode | null
  readonly inUse: string | null
}

/** Somebody who is given texts of one kind, one after the other, and keeps the last good one. */
export type Reader = (text: string) => Promise<Reading>
export type OpenReader = (subject: Subject, keys: Keys) => Reader

/** The product's own. */
export const openReader: OpenReader = (subject, keys) => (subject.kind === 'switches' ? switchesReader(keys) : packReader(subject, keys))

function packReader(subject: Subject, keys: Keys): Reader {
  const expected = packExpectation(keys, subject.kind === 'local-rules' ? 'local-rules' : 'rule-pack')
  let held: HeldPack = { ...NO_PACK, newest: expected.newest }
  return async (text) => {
    const verdict = await verifyPack(text, { ...expected, newest: held.newest })
    held = holdPack(held, verdict)
    return { refused: held.refused, inUse: held.inUse?.text ?? null }
  }
}

function switchesReader(keys: Keys): Reader {
  let inUse: string | null = null
  return async (text) => {
    const verdict = await verifySwitches(text, switchesExpectation(keys))
    if (verdict.ok) inUse = verdict.verified.text
    return { refused: verdict.ok ? null : verdict.code, inUse }
  }
}
