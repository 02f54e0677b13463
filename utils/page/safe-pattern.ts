const MAX_LENGTH = 160
const MAX_REPEAT = 200
/** Bounds of all repeats multiplied: how many ways there can be to fail at one place. */
const MAX_WAYS = 10_000
const QUANTIFIER = /^\{(\d{1,3})(?:,(\d{1,3}))?\}/

/**
 * Says what is wrong with a profile's pattern, or `null` when it is safe to run on page text. Safe means that its time
 * is bounded by its length: no `*` or `+`, repeats counted and small, no repeat of a group that holds a repeat, no
 * look-around, no back-reference.
 */
export function patternFault(source: string): string | null {
  if (source.length === 0 || source.length > MAX_LENGTH) return 'length'
  if (!compiles(source)) return 'syntax'
  const scan: Scan = { source, at: 0, groups: [], lastGroupHadRepeat: false, afterGroup: false, ways: 1 }
  while (scan.at < source.length) {
    const fault = step(scan)
    if (fault) return fault
  }
  return null
}

/** Compiles a pattern that `patternFault` has passed. Always without regard to case, always Unicode, never global. */
export function compilePattern(source: string): RegExp {
  return new RegExp(source, 'iu')
}

interface Scan {
  readonly source: string
  at: number
  /** For each open group, whether a repeat has been seen in it. */
  readonly groups: boolean[]
  lastGroupHadRepeat: boolean
  afterGroup: boolean
  ways: number
}

function compiles(source: string): boolean {
  try {
    return compilePattern(source).source !== ''
  } catch {
    return false
  }
}

function step(scan: Scan): string | null {
  const char = scan.source[scan.at]
  if (char === '*' || char === '+') return 'unbounded repeat'
  if (char === '?' || char === '{') return repeat(scan)
  if (char === '(') return openGroup(scan)
  if (char === ')') return closeGroup(scan)
  scan.afterGroup = false
  if (char === '\\') return escape(scan)
  scan.at = char === '[' ? classEnd(scan) : scan.at + 1
  return null
}

function repeat(scan: Scan): string | null {
  const counted = QUANTIFIER.exec(scan.source.slice(scan.at))
  if (scan.source[scan.at] === '{' && !counted) return 'unbounded repeat'
  const [low, high] = boundsOf(counted)
  if (high > MAX_REPEAT) return 'repeat too large'
  if (scan.afterGroup && scan.lastGroupHadRepeat) return 'nested repeat'
  scan.ways *= high - low + 1
  if (scan.ways > MAX_WAYS) return 'too many repeats'
  scan.groups.fill(true)
  scan.at += counted ? counted[0].length : 1
  scan.afterGroup = false
  // A lazy mark after a counted repeat adds nothing to the time.
  if (counted && scan.source[scan.at] === '?') scan.at += 1
  return null
}

/** `{2,5}` is 2 to 5, `{2}` is 2, `?` is 0 to 1. */
function boundsOf(counted: RegExpExecArray | null): readonly [number, number] {
  if (!counted) return [0, 1]
  const low = Number(counted[1])
  return [low, counted[2] === undefined ? low : Number(counted[2])]
}

function openGroup(scan: Scan): string | null {
  const rest = scan.source.slice(scan.at + 1)
  if (rest.startsWith('?') && !rest.startsWith('?:')) return 'look-around or named group'
  scan.groups.push(false)
  scan.afterGroup = false
  scan.at += rest.startsWith('?:') ? 3 : 1
  return null
}

function closeGroup(scan: Scan): null {
  scan.lastGroupHadRepeat = scan.groups.pop() ?? false
  scan.afterGroup = true
  scan.at += 1
  return null
}

function escape(scan: Scan): string | null {
  const next = scan.source[scan.at + 1] ?? ''
  if (/[1-9k]/u.test(next)) return 'back-reference'
  scan.at += 2
  return null
}

function classEnd(scan: Scan): number {
  let at = scan.at + 1
  while (at < scan.source.length && scan.source[at] !== ']') at += scan.source[at] === '\\' ? 2 : 1
  return at + 1
}
