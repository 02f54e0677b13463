/* oxlint-disable complexity -- the peer is written as such rules get written, one long row of ifs each */
import type { Verdict } from '#utils/domain/advice.ts'
import { addDays, addMonths, daysBetween, lastDayOfMonth, type CalendarDay } from '#utils/domain/calendar-day.ts'
import type { Fact, FactValue } from '#utils/domain/fact.ts'
import { addWorkingDays, STATUTORY_CALENDAR } from '#utils/guidance/calendar/work-calendar.ts'
import type { CaseInput } from '#utils/guidance/load-case.ts'

/** The peer: rules as somebody would write them straight into the code, with the same three outcomes. */
type Cell = FactValue | undefined
type Row = Readonly<Record<string, Cell>>

export interface HandCase {
  readonly facts: Row
  readonly meeting: readonly Row[] | undefined
  readonly decision: readonly Row[] | undefined
  readonly offer: readonly Row[] | undefined
}

const plain = (facts: Readonly<Record<string, Fact | undefined>>): Row => {
  const row: Record<string, Cell> = {}
  for (const key of Object.keys(facts)) row[key] = facts[key]?.value
  return row
}

/** The case laid out for hand-written rules. */
export function handCase({ facts, lists }: CaseInput): HandCase {
  const rows = (list: CaseInput['lists'][keyof CaseInput['lists']]) =>
    list?.coverage.complete ? list.rows.map((row) => plain(row.facts)) : undefined
  return { facts: plain(facts), meeting: rows(lists.meeting), decision: rows(lists.decision), offer: rows(lists.offer) }
}

const before = (today: CalendarDay, due: CalendarDay | null): Verdict => (due === null ? 'unknown' : today <= due ? 'due' : 'breached')
const asDay = (cell: Cell) => cell as CalendarDay

interface HandRule {
  readonly id: string
  readonly judge: (facts: HandCase, today: CalendarDay, more: number, out: string[]) => void
}

const single = (id: string, judge: (facts: Row, whole: HandCase, today: CalendarDay, more: number) => Verdict): HandRule => ({
  id,
  judge: (whole, today, more, out) => void out.push(judge(whole.facts, whole, today, more)),
})

const perRow = (
  id: string,
  list: 'decision' | 'offer',
  judge: (row: Row, facts: Row, today: CalendarDay, more: number) => Verdict,
): HandRule => ({
  id,
  judge: (whole, today, more, out) => {
    const rows = whole[list]
    if (rows === undefined) out.push('unknown')
    else if (rows.length === 0) out.push('not-applicable')
    else for (const row of rows) out.push(judge(row, whole.facts, today, more))
  },
})

const adverseDue = (row: Row, today: CalendarDay, more: number): Verdict => {
  const [status, date] = [row['decision.status'], row['decision.date']]
  if (status === undefined || date === undefined) return 'unknown'
  if (status === 'Udstedt') return date === null ? 'unknown' : before(today, addDays(asDay(date), -1 + more))
  return before(today, date === null || asDay(date) < today ? today : asDay(date))
}

export const HAND_WRITTEN: readonly HandRule[] = [
  single('party-access-7-working-days', (facts, _whole, today, more) => {
    const [law, received, decided, notice] = [
      facts['access.law'],
      facts['access.received'],
      facts['access.decided'],
      facts['access.noticeSent'],
    ]
    if (received === undefined || law === undefined) return law !== undefined && law !== 'FVL' ? 'not-applicable' : 'unknown'
    if (law !== 'FVL' || received === null || asDay(received) < '2014-01-01') return 'not-applicable'
    if ((decided !== null && decided !== undefined) || (notice !== null && notice !== undefined)) return 'met'
    if (decided === undefined || notice === undefined) return 'unknown'
    return before(today, addWorkingDays(asDay(received), 7 + more, STATUTORY_CALENDAR))
  }),
  single('info-form-8-days', (facts, _whole, today, more) => {
    const [sent, returned, recovered] = [facts['sick.formSent'], facts['sick.formReturned'], facts['sick.recovered']]
    if (sent === undefined) return recovered !== undefined && recovered !== null ? 'not-applicable' : 'unknown'
    if (sent === null || asDay(sent) < '2015-01-01') return 'not-applicable'
    if (recovered === undefined) return 'unknown'
    if (recovered !== null) return 'not-applicable'
    if (returned === undefined) return 'unknown'
    return returned !== null ? 'met' : before(today, addDays(asDay(sent), 8 + more))
  }),
  single('first-jobsamtale-all-jobready', (facts, whole, today, more) => {
    const [start, group] = [facts['contact.startDate'], facts['case.targetGroup']]
    if (start === undefined || start === null || group === undefined) return 'unknown'
    if (asDay(start) < '2015-01-01') return 'not-applicable'
    const old = asDay(start) <= '2026-06-30'
    const groups = old ? ['6.2', '6.3', '6.4', '6.5'] : ['6.1', '6.2', '6.9']
    if (group === null || !groups.includes(String(group))) return 'not-applicable'
    if (whole.meeting === undefined) return 'unknown'
    let held = 0
    for (const row of whole.meeting)
      if (row['meeting.status'] === 'Afholdt' && String(row['meeting.at']).slice(0, 10) >= asDay(start)) held += 1
    if (held >= 1) return 'met'
    return before(today, old ? addDays(asDay(start), 7 + more) : addMonths(asDay(start), 6 + more))
  }),
  single('jobsamtaler-jobready-4-in-6-months', (facts, whole, today, more) => {
    const [start, group, exempt] = [facts['contact.startDate'], facts['case.targetGroup'], facts['contact.exempted25pct']]
    if (start === undefined || start === null || group === undefined) return 'unknown'
    if (asDay(start) < '2015-01-01') return 'not-applicable'
    const old = asDay(start) <= '2026-06-30'
    const groups = old ? ['6.2', '6.3', '6.4', '6.5', '6.7', '6.8', '6.10'] : ['6.2', '6.9']
    if (group === null || !groups.includes(String(group))) return 'not-applicable'
    if (!old && exempt === undefined) return 'unknown'
    if (!old && exempt === true) return 'not-applicable'
    if (whole.meeting === undefined) return 'unknown'
    const end = addMonths(asDay(start), 6)
    let held = 0
    for (const row of whole.meeting) {
      const at = String(row['meeting.at']).slice(0, 10)
      if (row['meeting.status'] === 'Afholdt' && at >= asDay(start) && at <= end) held += 1
    }
    return held >= 4 ? 'met' : before(today, addMonths(asDay(start), 6 + more))
  }),
  single('one-followup-first-half-year', (facts, _whole, today, more) => {
    const [type, first, recovered, special, count] = [
      facts['case.type'],
      facts['sick.firstDay'],
      facts['sick.recovered'],
      facts['sick.specialFollowUp'],
      facts['sick.followUpCount'],
    ]
    if (first === undefined || first === null || type === undefined || recovered === undefined) return 'unknown'
    if (asDay(first) < '2023-01-01' || type !== 'Sygedagpenge' || recovered !== null) return 'not-applicable'
    const old = asDay(first) <= '2026-06-30'
    if (!old && special === undefined) return 'unknown'
    if (!old && special === true) return 'not-applicable'
    if (count === undefined) return 'unknown'
    if (count !== null && Number(count) >= (old ? 4 : 1)) return 'met'
    return before(today, addDays(asDay(first), (26 + more) * 7))
  }),
  single('revaluation-22-weeks', (facts, _whole, today) => {
    const [first, recovered, weeks, at, done] = [
      facts['sick.firstDay'],
      facts['sick.recovered'],
      facts['sick.paidWeeks'],
      facts['sick.revaluation'],
      facts['sick.revaluationDone'],
    ]
    if (first === undefined || first === null || recovered === undefined || weeks === undefined) return 'unknown'
    if (asDay(first) < '2014-07-01' || recovered !== null || weeks === null || Number(weeks) <= 22) return 'not-applicable'
    if (done === undefined) return 'unknown'
    if (done !== null) return 'met'
    return at === undefined || at === null ? 'unknown' : before(today, asDay(at))
  }),
  single('stop-needs-valid-decision', (facts, _whole, today) => {
    const [stop, hearing, decided] = [facts['sick.stopDate'], facts['sick.stopHearingSent'], facts['sick.stopDecided']]
    if (stop === undefined) return 'unknown'
    if (stop === null || asDay(stop) < '2015-09-10') return 'not-applicable'
    if (hearing === undefined || decided === undefined) return 'unknown'
    if (hearing !== null && decided !== null && asDay(hearing) < asDay(decided) && asDay(decided) <= asDay(stop)) return 'met'
    return before(today, asDay(stop))
  }),
  perRow('party-hearing-before-adverse-decision', 'decision', (row, _facts, today, more) => {
    const [adverse, sent, date] = [row['decision.adverse'], row['decision.partshøringSent'], row['decision.date']]
    if (adverse === undefined || date === undefined) return 'unknown'
    if (adverse !== true || (date ?? today) < '2014-01-01') return 'not-applicable'
    if (sent === undefined) return 'unknown'
    if (sent !== null && (date === null || asDay(sent) < asDay(date))) return 'met'
    return adverseDue(row, today, more)
  }),
  perRow('decision-reasoned', 'decision', (row, _facts, today, more) => {
    const [adverse, reasons, law, date] = [row['decision.adverse'], row['decision.reasons'], row['decision.lawRef'], row['decision.date']]
    if (adverse === undefined || date === undefined) return 'unknown'
    if (adverse !== true || (date ?? today) < '2014-01-01') return 'not-applicable'
    if (reasons === null || law === null) return adverseDue(row, today, more)
    return reasons === undefined || law === undefined ? 'unknown' : 'met'
  }),
  perRow('sanction-within-3-months', 'decision', (row, _facts, today, more) => {
    const [type, event, done] = [row['decision.type'], row['decision.eventDate'], row['decision.effectuated']]
    if (type === undefined || event === undefined) return 'unknown'
    if (type !== 'Sanktion') return 'not-applicable'
    if (event === null) return 'unknown'
    if (asDay(event) < '2020-01-01') return 'not-applicable'
    if (done === undefined) return 'unknown'
    if (done !== null && asDay(done) <= lastDayOfMonth(addMonths(asDay(event), 3))) return 'met'
    return before(today, lastDayOfMonth(addMonths(asDay(event), 3 + more)))
  }),
  perRow('offer-min-2-weeks', 'offer', (row, facts, today) => {
    const [start, end, group] = [row['offer.start'], row['offer.end'], facts['case.targetGroup']]
    if (start === undefined || end === undefined || group === undefined) return 'unknown'
    if (start === null || end === null || !['6.1', '6.2', '6.3'].includes(String(group)) || asDay(start) < '2015-01-01')
      return 'not-applicable'
    return daysBetween(asDay(start), asDay(end)) + 1 >= 14 ? 'met' : before(today, asDay(end))
  }),
]
