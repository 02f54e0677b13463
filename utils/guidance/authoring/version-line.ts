import { addDays, type CalendarDay } from '#utils/domain/calendar-day.ts'
import { danishDay } from '../feel/danish-day.ts'
import { printFeel } from '../feel/print.ts'
import type { PackRule, PackVersion } from '../pack-schema.ts'
import type { AuthorProblem } from './problem.ts'

const isLaw = ({ status }: PackVersion) => status === 'in-force' || status === 'repealed'

/** Versions that are law must follow each other day by day, without a gap and without a day that two of them claim. */
export function versionLineProblems(rule: PackRule): readonly AuthorProblem[] {
  const versions = rule.versions.filter(isLaw)
  const reversed = versions
    .filter(({ from, to }) => to !== null && to < from)
    .map(({ from, to }): AuthorProblem => problem(rule, 'version-reversed', `version ${from} slutter ${to}, før den begynder.`))
  return [...reversed, ...versions.flatMap((version, index) => between(rule, version, versions[index + 1]))]
}

function between(rule: PackRule, version: PackVersion, next: PackVersion | undefined): readonly AuthorProblem[] {
  if (next === undefined) return []
  if (next.from <= version.from)
    return [
      problem(
        rule,
        'versions-overlap',
        `version ${next.from} står efter version ${version.from}, men begynder ikke senere.`,
        caseOn(version, next.from),
      ),
    ]
  if (version.to === null || version.to >= next.from)
    return [problem(rule, 'versions-overlap', `version ${version.from} og ${next.from} overlapper.`, caseOn(version, next.from))]
  const after = addDays(version.to, 1)
  return after === next.from
    ? []
    : [problem(rule, 'versions-gap', `der er et hul mellem version ${version.from} og ${next.from}.`, caseOn(version, after))]
}

function caseOn({ decidedBy }: PackVersion, on: CalendarDay): string {
  return `en sag, hvor den afgørende dato (${printFeel(decidedBy.tree)}) er ${danishDay(on)}.`
}

function problem(rule: PackRule, code: AuthorProblem['code'], text: string, counterCase?: string): AuthorProblem {
  return { rule: rule.id, code, text, ...(counterCase !== undefined && { counterCase }) }
}

/** Whether what a version says of itself (in force, repealed, draft) agrees with its dates on the day the law is seen from. */
export function statusProblems(rule: PackRule, lawOn: CalendarDay): readonly AuthorProblem[] {
  return rule.versions.flatMap(({ from, to, status }) => {
    const wrong = STATUS_RULES[status]({ from, to, lawOn })
    const old = from < '1849-06-05' ? 'begynder før grundloven; er årstallet rigtigt?' : null
    return [wrong, old].flatMap((text) => (text === null ? [] : [problem(rule, 'status-date', `version ${from} ${text}`)]))
  })
}

interface Dates {
  readonly from: CalendarDay
  readonly to: CalendarDay | null
  readonly lawOn: CalendarDay
}

const coming = ({ from, to, lawOn }: Dates) =>
  from <= lawOn
    ? `er ikke lov endnu, men dens dag er passeret ${danishDay(lawOn)}: er den vedtaget?`
    : to !== null && to < from
      ? 'slutter, før den begynder.'
      : null

const STATUS_RULES: Readonly<Record<PackVersion['status'], (dates: Dates) => string | null>> = {
  'in-force': ({ from, to, lawOn }) =>
    from > lawOn
      ? `står som gældende, men begynder først ${danishDay(from)}: sæt status til announced.`
      : to !== null && to < lawOn
        ? `står som gældende, men sluttede ${danishDay(to)}: sæt status til repealed.`
        : null,
  repealed: ({ to, lawOn }) =>
    to === null ? 'står som ophævet, men har ingen slutdato.' : to >= lawOn ? `står som ophævet, men gælder til ${danishDay(to)}.` : null,
  draft: coming,
  announced: coming,
}
