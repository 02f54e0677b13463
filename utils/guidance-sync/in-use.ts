import type { StoredItem } from '#utils/storage/item.ts'
import type { RulePack } from '#utils/guidance/pack-schema.ts'
import { appVersionSchema, compareAppVersions } from '#utils/guidance/signed/app-version.ts'
import type { SwitchesPayload } from '#utils/guidance/signed/switches-payload.ts'
import { verifyPack, type VerifiedPack } from '#utils/guidance/signed/verify-pack.ts'
import { verifySwitches } from '#utils/guidance/signed/verify-switches.ts'
import { openComing, type ComingPack } from './coming.ts'
import type { GuidanceTrust } from './guidance-trust.ts'
import type { GuidanceKind, KeptGuidance, KeptText } from './kept-guidance.ts'

/** A pack that rules come from. */
export interface GuidanceSource {
  readonly from: 'built-in' | 'publisher' | 'municipality'
  readonly id: string
  readonly version: string
  readonly rules: number
  /** `null` for the one that was built in. */
  readonly serial: number | null
  readonly expires: string | null
}

/** What advice is given by now: verified, and ready. */
export interface GuidanceInUse {
  readonly pack: RulePack
  readonly sources: readonly GuidanceSource[]
  /** The next pack to come, to be looked at. */
  readonly coming: ComingPack | null
  readonly switches: Pick<SwitchesPayload, 'off' | 'locked' | 'unit' | 'issued'> | null
}

export type GuidanceInUseItem = StoredItem<GuidanceInUse | null>

/** Verifies what is kept and puts it together with the rules that were built in. What no longer verifies is left out. */
export async function openKept(kept: KeptGuidance, builtIn: RulePack, trust: GuidanceTrust): Promise<GuidanceInUse> {
  const published = await openPacks(kept, 'rule-pack', trust)
  const local = await openPacks(kept, 'local-rules', trust)
  const replaced = published.some(({ pack }) => pack.id === builtIn.id && !isNewer(builtIn.version, pack.version))
  const rest = published.filter(({ pack }) => replaced || pack.id !== builtIn.id)
  const base = replaced ? [] : [{ pack: builtIn, source: sourceOf('built-in', builtIn, null) }]
  const parts = [
    ...base,
    ...rest.map((one) => ({ pack: one.pack, source: sourceOf('publisher', one.pack, one) })),
    ...local.map((one) => ({ pack: one.pack, source: sourceOf('municipality', one.pack, one) })),
  ]
  const packs = parts.map(({ pack }) => pack)
  const coming = await openComing(kept, trust)
  return {
    pack: joined(packs),
    sources: parts.map((part) => part.source),
    // In the place of its forerunner; the municipality's own rules stay beside it.
    coming: coming && { ...coming, pack: joined([coming.pack, ...packs.filter(({ id }) => id !== coming.pack.id)]) },
    switches: await openSwitches(kept, trust),
  }
}

async function openPacks(kept: KeptGuidance, kind: GuidanceKind, trust: GuidanceTrust): Promise<readonly VerifiedPack[]> {
  const keys = kind === 'rule-pack' ? trust.publisher : trust.municipality
  const opened: VerifiedPack[] = []
  for (const { text, takenAt } of Object.values(kept.packs[kind])) {
    // As of when it was taken: the last good one stays, and its age is told by itself.
    const ask = { keys, kind, tenant: trust.tenant, appVersion: trust.appVersion, now: takenAt, newest: kept.newest[kind] }
    const verdict = await verifyPack(text, ask)
    if (verdict.ok) opened.push(verdict.verified)
  }
  return opened
}

async function openSwitches(
  { switches, unit }: KeptGuidance,
  { municipality: keys, tenant }: GuidanceTrust,
): Promise<GuidanceInUse['switches']> {
  const kept: KeptText | undefined = unit !== null && Object.hasOwn(switches, unit) ? switches[unit] : undefined
  if (kept === undefined || unit === null) return null
  const verdict = await verifySwitches(kept.text, { keys, tenant, unit, now: kept.takenAt, previous: null })
  if (!verdict.ok) return null
  const { off, locked, issued } = verdict.verified
  return { off, locked, issued, unit }
}

/** One pack out of several. The first to name a rule has it: a municipality adds rules, it does not rewrite the publisher's. */
function joined(packs: readonly RulePack[]): RulePack {
  const [first, ...others] = packs
  if (first === undefined) throw new RangeError('no pack')
  const named = new Set(first.rules.map(({ id }) => id))
  const rules = [...first.rules]
  for (const rule of others.flatMap((pack) => pack.rules)) {
    if (named.has(rule.id)) continue
    named.add(rule.id)
    rules.push(rule)
  }
  return { ...first, rules }
}

function sourceOf(from: GuidanceSource['from'], { id, version, rules }: RulePack, signed: VerifiedPack | null): GuidanceSource {
  return { from, id, version, rules: rules.length, serial: signed?.serial ?? null, expires: signed?.expires ?? null }
}

/** Whether the rules that came with the extension are later than the signed ones; a version that is no row of numbers is not. */
function isNewer(builtIn: string, signed: string): boolean {
  const readable = [builtIn, signed].every((version) => appVersionSchema.safeParse(version).success)
  return readable && compareAppVersions(builtIn, signed) > 0
}
