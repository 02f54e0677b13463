export interface Range {
  readonly earliest: number
  readonly latest: number
}

interface Tick {
  readonly day: number
  readonly label: string
}

const TICKS: readonly Tick[] = [
  { day: -7, label: '−1 uge' },
  { day: 7, label: '1 uge' },
  { day: -30, label: '−1 md.' },
  { day: 30, label: '1 md.' },
  { day: -91, label: '−3 md.' },
  { day: 91, label: '3 md.' },
  { day: 182, label: '6 md.' },
  { day: -182, label: '−6 md.' },
  { day: 365, label: '1 år' },
  { day: -365, label: '−1 år' },
]
const ROOM = 34
const DOT_ROOM = 9
const MOST_HIGH = 4

/** Marks on the time line that have room beside each other and beside today; the nearest are chosen first. */
export function ticksFor({ earliest, latest }: Range, x: (day: number) => number): readonly Tick[] {
  const taken = [x(0)]
  return TICKS.filter(({ day }) => {
    if (day < earliest || day > latest || taken.some((at) => Math.abs(at - x(day)) < ROOM)) return false
    taken.push(x(day))
    return true
  })
}

/** The level of each dot, so that dots at nearly the same place stand on top of each other. */
export function stackDots(places: readonly number[]): readonly number[] {
  const placed: { at: number; level: number }[] = []
  return places.map((at) => {
    const near = new Set(placed.filter((other) => Math.abs(other.at - at) < DOT_ROOM).map((other) => other.level))
    let level = 0
    while (near.has(level) && level < MOST_HIGH - 1) level += 1
    placed.push({ at, level })
    return level
  })
}
