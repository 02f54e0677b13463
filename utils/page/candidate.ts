import type { CaseIdentity } from '#utils/domain/case-view.ts'
import { asId } from '#utils/domain/ids.ts'
import { hashText } from './hash-text.ts'
import type { IdentityReading } from './page-reading.ts'
import { SETTLE, STALE } from './watch-types.ts'
import type { Candidate, WatchState } from './watch-types.ts'

/** The identity a look confirms, or `null` when it does not. */
export function confirmedIdentity(reading: IdentityReading): CaseIdentity | null {
  const { citizenId, cpr, name, caseId, confirmed, disagreement, sources } = reading
  if (!confirmed || disagreement || citizenId === null || cpr === null || name === null) return null
  return { citizenId: asId(citizenId), cpr: asId(cpr), name, caseId: caseId === null ? null : asId(caseId), confirmedBy: sources }
}

/** Tells cases apart without keeping whose they are. */
export function keyOfIdentity(identity: CaseIdentity): string {
  return hashText([identity.citizenId, identity.cpr, identity.name, identity.caseId ?? ''].join('\n'))
}

/** Citizen and CPR number as hashes, for what outlives the case. */
export function pairOf(identity: CaseIdentity): { citizenId: string; cpr: string } {
  return { citizenId: hashText(identity.citizenId), cpr: hashText(identity.cpr) }
}

/**
 * Can this be one citizen, and not the address of one beside the header of another? Two sources of the same field settle
 * it; without them both halves must have moved together, and no half may be known to belong to someone else.
 */
export function isCoherent(state: WatchState, candidate: Pick<Candidate, 'identity' | 'linked'>): boolean {
  const pair = pairOf(candidate.identity)
  if (state.pairs.some((known) => (known.citizenId === pair.citizenId) !== (known.cpr === pair.cpr))) {
    // A changed CPR number (E13) is believed only when the id itself is shown twice.
    return candidate.linked && !state.pairs.some((known) => known.cpr === pair.cpr && known.citizenId !== pair.citizenId)
  }
  if (candidate.linked || state.last === null) return true
  return (state.last.citizenId === pair.citizenId) === (state.last.cpr === pair.cpr)
}

/** How long a candidate must stand before it is believed. */
export function settleTime(state: WatchState, candidate: Pick<Candidate, 'linked'>): number {
  return state.hurried && !candidate.linked ? STALE + SETTLE : SETTLE
}

/** A value of an identity source in the form that may outlive the look. */
export function glimpseOf(field: string, value: string): string {
  return `${field}:${hashText(value)}`
}

/** What the sources say when this case is the only one on the page. */
export function glimpsesOf({ citizenId, cpr, caseId }: CaseIdentity): readonly string[] {
  const said: readonly (readonly [string, string | null])[] = [
    ['citizenId', citizenId],
    ['cpr', cpr],
    ['caseId', caseId],
  ]
  return said.flatMap(([field, value]) => (value === null ? [] : [glimpseOf(field, value)]))
}

/** Has anyone but this case passed by since a case was last open here? Then panels of theirs may be on the page, and nobody knows them. */
export function othersPassed(state: Pick<WatchState, 'passed'>, identity: CaseIdentity): boolean {
  const own = glimpsesOf(identity)
  return state.passed.some((value) => !own.includes(value))
}

type Ids = Readonly<Record<'citizenId' | 'cpr' | 'caseId', string | null>>

/** The ids of a case or of a look, as hashes. */
export function idHashes(of: { readonly citizenId: string | null; readonly cpr: string | null; readonly caseId: string | null }): Ids {
  const hash = (text: string | null) => (text === null ? null : hashText(text))
  return { citizenId: hash(of.citizenId), cpr: hash(of.cpr), caseId: hash(of.caseId) }
}

/** Does anything that is shown speak against its still being the same case? */
export function contradicts(one: Ids, other: Ids): boolean {
  const differ = (a: string | null, b: string | null) => a !== null && b !== null && a !== b
  return differ(one.citizenId, other.citizenId) || differ(one.cpr, other.cpr) || differ(one.caseId, other.caseId)
}
