/** A seeded stream of numbers: the same seed gives the same case, on every machine. */
export interface Random {
  /** In [0, 1). */
  next(): number
  /** Whole number in [low, high]. */
  int(low: number, high: number): number
  pick<T>(from: readonly T[]): T
  chance(probability: number): boolean
  /** `count` different ones. */
  sample<T>(from: readonly T[], count: number): readonly T[]
  /** A stream of its own for a part, so that drawing more in one part moves nothing in another. */
  fork(name: string): Random
}

/** FNV-1a over UTF-16 units. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

export function seeded(seed: string): Random {
  let state = hash32(seed) || 1
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(from: readonly T[]): T => {
    const chosen = from[int(0, from.length - 1)]
    if (chosen === undefined) throw new RangeError('nothing-to-pick-from')
    return chosen
  }
  const sample = <T>(from: readonly T[], count: number): readonly T[] => {
    const left = [...from]
    return Array.from({ length: Math.min(count, left.length) }, () => left.splice(int(0, left.length - 1), 1)).flat()
  }
  return { next, int, pick, chance: (probability) => next() < probability, sample, fork: (name) => seeded(`${seed}/${name}`) }
}

/** A GUID (version 4 in form) made from a text: the same text gives the same id. */
export function guidOf(text: string): string {
  const hex = [0, 1, 2, 3].map((part) => hash32(`${part}:${text}:${part}`).toString(16).padStart(8, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
