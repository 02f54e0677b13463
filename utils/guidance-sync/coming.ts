import type { RulePack } from '#utils/guidance/pack-schema.ts'
import { fromInstant } from '#utils/guidance/signed/instant.ts'
import { verifyPack } from '#utils/guidance/signed/verify-pack.ts'
import type { GuidanceAnswer } from './guidance-answer.ts'
import type { GuidanceTrust } from './guidance-trust.ts'
import type { KeptGuidance, KeptText } from './kept-guidance.ts'

/** A pack that the publisher has signed for a day to come: to be looked at, and judged by from that day on only. */
export interface ComingPack {
  readonly pack: RulePack
  readonly validFrom: string
}

type Offered = GuidanceAnswer['packs'][number]

/** Of what the proxy says is coming, all that is signed, meant for us, later than what we have had, and not begun. */
export async function takeComing(
  offered: readonly Offered[],
  kept: KeptGuidance,
  { trust, now }: { readonly trust: GuidanceTrust; readonly now: number },
): Promise<KeptGuidance['coming']> {
  const taken: [string, KeptText][] = []
  for (const { id, signed } of offered) {
    const text = { text: signed, takenAt: now }
    if ((await openOne(text, kept, trust)) !== null) taken.push([id, text])
  }
  return Object.fromEntries(taken)
}

/** The next pack to come, verified anew; `null`: none. Whether it has begun meanwhile is for whoever asks to see. */
export async function openComing(kept: KeptGuidance, trust: GuidanceTrust): Promise<ComingPack | null> {
  const opened = await Promise.all(Object.values(kept.coming).map(async (text) => openOne(text, kept, trust)))
  const coming = opened.filter((one) => one !== null)
  return coming.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))[0] ?? null
}

async function openOne({ text, takenAt }: KeptText, { newest }: KeptGuidance, trust: GuidanceTrust): Promise<ComingPack | null> {
  const { publisher: keys, tenant, appVersion } = trust
  const ask = { keys, kind: 'rule-pack', tenant, appVersion, now: takenAt, newest: newest['rule-pack'], early: true } as const
  const verdict = await verifyPack(text, ask)
  if (!verdict.ok || fromInstant(verdict.verified.validFrom) <= takenAt) return null
  const { pack, validFrom } = verdict.verified
  return { pack, validFrom }
}
