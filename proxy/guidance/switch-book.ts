import { ALL_UNITS, type LogEntry } from '../contract/guidance.ts'
import type { Layer } from './off-stretches.ts'

/** What an entry brought about: a switch set for some days, or another entry's effect taken back. */
type Effect = { readonly layer: Layer } | { readonly takesBack: number }

/** The log, added up. It knows no clock and no store: the same lines always make the same book. */
export class SwitchBook {
  readonly #entries = new Map<number, LogEntry>()
  readonly #effects = new Map<number, Effect>()
  /** Entry → those that took its effect back, in order. */
  readonly #takenBackBy = new Map<number, number[]>()
  readonly #open = new Map<number, LogEntry>()
  readonly #newest = new Map<string, number>()
  #head = 0

  get head(): number {
    return this.#head
  }

  /** Adds lines in order. Those that are already in the book are passed over. */
  add(lines: readonly LogEntry[]): void {
    for (const line of lines) if (line.entry === this.#head + 1) this.#addOne(line)
  }

  /** The number of the newest line that concerns a unit: its own or everyone's. */
  revisionOf(unit: string): number {
    return Math.max(this.#newest.get(unit) ?? 0, this.#newest.get(ALL_UNITS) ?? 0)
  }

  /** The number of the newest line written for exactly this unit, or for all. */
  newestFor(unit: string): number {
    return this.#newest.get(unit) ?? 0
  }

  entry(number: number): LogEntry | null {
    return this.#entries.get(number) ?? null
  }

  /** Proposals that wait for another person. */
  proposals(units: readonly string[]): readonly LogEntry[] {
    return [...this.#open.values()].filter(({ unit }) => units.includes(unit))
  }

  isOpen(proposal: number): boolean {
    return this.#open.has(proposal)
  }

  /** Whether the entry did something that still holds and can be taken back. */
  holds(entry: number): boolean {
    return this.#effects.has(entry) && !(this.#takenBackBy.get(entry) ?? []).some((later) => this.holds(later))
  }

  /** Whether taking the entry's effect back would switch something off. */
  undoingSwitchesOff(entry: number): boolean {
    const effect = this.#effects.get(entry)
    if (effect === undefined) return false
    return 'layer' in effect ? effect.layer.on : !this.undoingSwitchesOff(effect.takesBack)
  }

  /** What holds for these units, oldest first. */
  layers(units: readonly string[]): readonly Layer[] {
    return [...this.#effects].flatMap(([entry, effect]) =>
      'layer' in effect && units.includes(effect.layer.unit) && this.holds(entry) ? [effect.layer] : [],
    )
  }

  /** What holds for one switch in all units, oldest first. */
  layersOf(switchId: string): readonly Layer[] {
    return [...this.#effects].flatMap(([entry, effect]) =>
      'layer' in effect && effect.layer.switch === switchId && this.holds(entry) ? [effect.layer] : [],
    )
  }

  #addOne(line: LogEntry): void {
    this.#head = line.entry
    this.#entries.set(line.entry, line)
    this.#newest.set(line.unit, line.entry)
    if (line.action === 'propose' || line.action === 'propose-undo') this.#open.set(line.entry, line)
    else if (line.action === 'approve' || line.action === 'reject') this.#decide(line)
    else this.#bringAbout(line, line)
  }

  #decide(line: LogEntry): void {
    const proposal = this.#open.get(line.about ?? 0)
    if (proposal === undefined) return
    this.#open.delete(proposal.entry)
    if (line.action === 'approve') this.#bringAbout(line, proposal)
  }

  /** `line` is when it happens, `wish` is what was wanted: the same entry when nobody had to approve. */
  #bringAbout(line: LogEntry, wish: LogEntry): void {
    if (wish.about !== null) {
      this.#effects.set(line.entry, { takesBack: wish.about })
      this.#takenBackBy.set(wish.about, [...(this.#takenBackBy.get(wish.about) ?? []), line.entry])
      return
    }
    const { unit, on, from, until, reason } = wish
    if (on === null || from === null) return
    // Nothing holds backwards: what was approved late begins on the day it was approved.
    const start = line.from !== null && line.from > from ? line.from : from
    this.#effects.set(line.entry, { layer: { entry: line.entry, unit, switch: wish.switch, on, from: start, until, reason } })
  }
}
