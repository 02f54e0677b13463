import { heldBack } from '#utils/guidance/signed/held.ts'
import { fromInstant } from '#utils/guidance/signed/instant.ts'
import type { RefusalCode } from '#utils/guidance/signed/refusal.ts'
import { verifyPack } from '#utils/guidance/signed/verify-pack.ts'
import { verifySwitches, type VerifiedSwitches } from '#utils/guidance/signed/verify-switches.ts'
import { takeComing } from './coming.ts'
import type { GuidanceAnswer } from './guidance-answer.ts'
import type { GuidanceTrust } from './guidance-trust.ts'
import { GUIDANCE_KINDS, type KeptGuidance } from './kept-guidance.ts'

export interface Taking {
  readonly trust: GuidanceTrust
  readonly unit: string
  readonly etag: string | null
  readonly now: number
}

type Offered = GuidanceAnswer['packs'][number]

/** What is kept after the proxy's answer: all of it that holds. What does not is noted, and what was kept before stays. */
export async function takeAnswer(before: KeptGuidance, { packs, coming, switches }: GuidanceAnswer, taking: Taking): Promise<KeptGuidance> {
  let kept: KeptGuidance = { ...before, unit: taking.unit, etag: taking.etag, refused: [] }
  for (const offered of packs) kept = await takePack(kept, offered, taking)
  kept = { ...kept, coming: await takeComing(coming, kept, taking) }
  return switches === null ? kept : takeSwitches(kept, switches, taking)
}

async function takePack(kept: KeptGuidance, { kind, id, signed }: Offered, { trust, now }: Taking): Promise<KeptGuidance> {
  if (own(kept.packs[kind], id)?.text === signed) return kept
  const keys = kind === 'rule-pack' ? trust.publisher : trust.municipality
  const newest = kept.newest[kind]
  const verdict = await verifyPack(signed, { keys, kind, tenant: trust.tenant, appVersion: trust.appVersion, now, newest })
  if (!verdict.ok) return refuse(kept, id, verdict.code)
  const { pack, serial, text } = verdict.verified
  return {
    ...kept,
    packs: { ...kept.packs, [kind]: { ...kept.packs[kind], [pack.id]: { text, takenAt: now } } },
    newest: { ...kept.newest, [kind]: { ...newest, [pack.id]: serial } },
  }
}

async function takeSwitches(kept: KeptGuidance, signed: string, { trust, unit, now }: Taking): Promise<KeptGuidance> {
  const previous = own(kept.switches, unit) ?? null
  const verdict = await verifySwitches(signed, { keys: trust.municipality, tenant: trust.tenant, unit, now, previous })
  if (!verdict.ok) return refuse(kept, 'switches', verdict.code)
  const { text, serial, issued } = verdict.verified
  const taken = { ...kept, switches: { ...kept.switches, [unit]: { text, takenAt: now, serial, issued } } }
  return confirm(taken, verdict.verified)
}

/** The signed list of packs is the municipality's word on what is current. */
function confirm(kept: KeptGuidance, { packs: current, issued }: VerifiedSwitches): KeptGuidance {
  const listed = new Set(current.map(({ id }) => id))
  const packs = { ...kept.packs }
  for (const kind of GUIDANCE_KINDS) packs[kind] = Object.fromEntries(Object.entries(packs[kind]).filter(([id]) => listed.has(id)))
  const missing = heldBack(current, { ...kept.newest['local-rules'], ...kept.newest['rule-pack'] })
  const refused = [...kept.refused, ...missing.map((what) => ({ what, code: 'held-back' as const }))]
  const confirmedAt = missing.length === 0 ? Math.max(kept.confirmedAt ?? 0, fromInstant(issued)) : kept.confirmedAt
  return { ...kept, packs, refused, confirmedAt }
}

function refuse(kept: KeptGuidance, what: string, code: RefusalCode): KeptGuidance {
  return { ...kept, refused: [...kept.refused, { what, code }] }
}

function own<T>(from: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(from, key) ? from[key] : undefined
}
