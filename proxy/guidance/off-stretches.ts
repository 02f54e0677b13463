import { addDays, day } from '../../utils/domain/calendar-day.ts'
import type { OffStretch } from '../../utils/guidance/signed/switches-payload.ts'

/** A switch set on or off for some days; both days are included, `null` is until further notice. */
export interface Layer {
  readonly entry: number
  readonly unit: string
  readonly switch: string
  readonly on: boolean
  readonly from: string
  readonly until: string | null
  readonly reason: string
}

export interface UnitStretch extends OffStretch {
  readonly unit: string
}

interface Span {
  readonly from: string
  readonly until: string | null
}

const ALWAYS: Span = { from: '0000-01-01', until: null }

/**
 * When what is off, from `today` on. On each day the newest layer that covers it decides; a day that none covers is on.
 * So when a change runs out, what held before holds again.
 */
export function offStretches(layers: readonly Layer[], today: string): readonly UnitStretch[] {
  const bySwitch = new Map<string, Layer[]>()
  for (const layer of layers) {
    const name = `${layer.unit}\n${layer.switch}`
    bySwitch.set(name, [...(bySwitch.get(name) ?? []), layer])
  }
  const all = [...bySwitch.values()].flatMap(stretchesOfOne)
  return all.filter(({ until }) => until === null || until >= today).toSorted(inOrder)
}

function stretchesOfOne(layers: readonly Layer[]): readonly UnitStretch[] {
  let undecided: readonly Span[] = [ALWAYS]
  const found: UnitStretch[] = []
  for (const { on, entry, unit, reason, ...layer } of layers.toSorted((a, b) => b.entry - a.entry)) {
    const covered = undecided.flatMap((span) => overlap(span, layer))
    if (!on) found.push(...covered.map((span) => ({ ...span, entry, unit, reason, switch: layer.switch }) as UnitStretch))
    undecided = undecided.flatMap((span) => without(span, layer))
  }
  return found
}

function overlap(a: Span, b: Span): readonly Span[] {
  const from = a.from > b.from ? a.from : b.from
  const until = earlier(a.until, b.until)
  return until === null || from <= until ? [{ from, until }] : []
}

/** What is left of a span when another is cut out of it. */
function without(span: Span, cut: Span): readonly Span[] {
  if (overlap(span, cut).length === 0) return [span]
  const before = span.from < cut.from ? [{ from: span.from, until: addDays(day(cut.from), -1) }] : []
  const after =
    cut.until !== null && (span.until === null || cut.until < span.until) ? [{ from: addDays(day(cut.until), 1), until: span.until }] : []
  return [...before, ...after]
}

function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b
  return a < b ? a : b
}

function inOrder(a: UnitStretch, b: UnitStretch): number {
  const [left, right] = [`${a.switch}\n${a.from}\n${a.unit}`, `${b.switch}\n${b.from}\n${b.unit}`]
  return left < right ? -1 : 1
}
