import type { CategoryId, Finding } from '../model/finding.ts'
import { riskOf } from './risk.ts'
import { type FindingId, findingId } from './finding-id.ts'
import { ownerOf } from './owner-of.ts'

/** What one key decides. */
export interface FindingGroup {
  readonly id: string
  readonly risk: number
  readonly findings: readonly Finding[]
  readonly ids: readonly FindingId[]
  readonly categories: readonly CategoryId[]
}

/** How coarse the groups are, finest first. The fast lane takes the finest that is short enough. */
export const GRAINS = ['equal', 'person-in-document', 'person', 'role-in-document', 'role'] as const
export type Grain = (typeof GRAINS)[number]

type KeyOf = (finding: Finding, owner: string) => string

const KEY_OF: Readonly<Record<Grain, KeyOf>> = {
  equal: ({ same, category }) => `${category}|${same}`,
  'person-in-document': ({ document }, owner) => `${document}|${owner}`,
  person: (_, owner) => owner,
  'role-in-document': ({ document, role }) => `${document}|${role ?? '-'}`,
  role: ({ role }) => role ?? '-',
}

/** Groups, riskiest first; equal risks stay in the order of the file, so that the queue never jumps. */
export function groupFindings(findings: readonly Finding[], grain: Grain): readonly FindingGroup[] {
  const owner = grain === 'person-in-document' || grain === 'person' ? ownerOf(findings) : null
  const byKey = new Map<string, Finding[]>()
  for (const finding of findings) {
    const key = KEY_OF[grain](finding, owner?.get(findingId(finding)) ?? '')
    const group = byKey.get(key)
    if (group === undefined) byKey.set(key, [finding])
    else group.push(finding)
  }
  return [...byKey].map(([key, members]) => toGroup(`${grain}|${key}`, members)).toSorted((a, b) => b.risk - a.risk)
}

function toGroup(id: string, findings: readonly Finding[]): FindingGroup {
  return {
    id,
    findings,
    ids: findings.map(findingId),
    risk: findings.reduce((most, finding) => Math.max(most, riskOf(finding)), 0),
    categories: [...new Set(findings.map(({ category }) => category))],
  }
}

/** The finest grain whose number of keys is at most `keys`; the coarsest has at most one a role. */
export function grainFor(findings: readonly Finding[], keys: number): Grain {
  return GRAINS.find((grain) => groupFindings(findings, grain).length <= keys) ?? 'role'
}
