import type { CaseView, Coverage, NotReadReason } from '#utils/domain/case-view.ts'
import {
  FACT_CATALOGUE,
  factDefinition,
  GROUP_NAMES,
  isFactKey,
  isListGroup,
  type GroupName,
  type SingleGroup,
} from '#utils/domain/fact-catalogue.ts'

/** One line of "what was read": a group of the catalogue, how much of it, and what is missing of it, by reason. */
export interface CoverageLine {
  readonly group: GroupName | null
  readonly label: string
  /** The screen it usually stands on. */
  readonly where: string
  readonly read: number
  /** `null` when the page does not say how many there are. */
  readonly total: number | null
  readonly complete: boolean
  /** Unit of `read` and `total`. */
  readonly unit: 'fields' | 'rows'
  readonly filters: readonly string[]
  readonly missing: readonly { readonly label: string; readonly why: NotReadReason }[]
}

/** What was read and what was not, a line for each group that the page has or should have. */
export function coverageSummary(view: CaseView): readonly CoverageLine[] {
  const lines = GROUP_NAMES.flatMap((group) => {
    const line = isListGroup(group) ? listLine(view, group) : singleLine(view, group)
    return line.read > 0 || line.missing.length > 0 || line.complete ? [line] : []
  })
  const named = view.notRead.filter((one) => groupOfPart(one.part) === null)
  return named.length === 0
    ? lines
    : [
        ...lines,
        {
          group: null,
          label: 'Andre dele af siden',
          where: '',
          read: 0,
          total: named.length,
          complete: false,
          unit: 'fields',
          filters: [],
          missing: named.map((one) => ({ label: one.part, why: one.why })),
        },
      ]
}

function singleLine(view: CaseView, group: SingleGroup): CoverageLine {
  const read = Object.keys(view.facts).filter((key) => groupOfPart(key) === group).length
  const missing = missingOf(view, group)
  const { label, where } = FACT_CATALOGUE[group]
  const total = read + missing.length
  return { group, label, where, read, total, complete: read > 0 && missing.length === 0, unit: 'fields', filters: [], missing }
}

function listLine(view: CaseView, group: Exclude<GroupName, SingleGroup>): CoverageLine {
  const coverage: Coverage | undefined = view.lists[group]?.coverage
  const { label, where } = FACT_CATALOGUE[group]
  const missing = missingOf(view, group)
  const base = { group, label, where, unit: 'rows', missing } as const
  if (!coverage) return { ...base, read: 0, total: null, complete: false, filters: [] }
  return {
    ...base,
    read: coverage.read,
    total: coverage.total,
    complete: coverage.complete && missing.length === 0,
    filters: coverage.filters,
  }
}

function missingOf(view: CaseView, group: GroupName): CoverageLine['missing'] {
  return view.notRead
    .filter((one) => groupOfPart(one.part) === group)
    .map((one) => ({ label: factDefinition(one.part)?.label ?? FACT_CATALOGUE[group].label, why: one.why }))
}

function groupOfPart(part: string): GroupName | null {
  if (isGroupName(part)) return part
  const [group = ''] = part.split('.')
  return isFactKey(part) && isGroupName(group) ? group : null
}

function isGroupName(name: string): name is GroupName {
  return Object.hasOwn(FACT_CATALOGUE, name)
}
