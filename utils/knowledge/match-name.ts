import type { ActWords } from './citation.ts'
import type { Register } from './register.ts'
import { carriesOn, isConjunction } from './words.ts'

const LONGEST = 60
const TITLE_STARTS = new Set([
  'lov',
  'bekendtgørelse',
  'lovbekendtgørelse',
  'vejledning',
  'cirkulære',
  'forordning',
  'forslag',
  'anordning',
])

/** The works whose name the words end with (in front of a place) or begin with (behind it). Empty: no known name. */
export function worksNamed(ref: ActWords, names: Register['names']): readonly string[] {
  return ref.side === 'before' ? endingWith(ref, names) : beginningWith(ref, names)
}

/** The longest known name wins; a title that only ends in a known one ("lov om ændring af …") is another act. */
function endingWith({ words }: ActWords, names: Register['names']): readonly string[] {
  for (let from = Math.max(0, words.length - LONGEST); from < words.length; from += 1) {
    const works = lookUp(words.slice(from), names)
    if (works) return partOfLonger(words, from) ? [] : works
  }
  return []
}

function partOfLonger(words: readonly string[], from: number): boolean {
  const [before, earlier] = [words[from - 1] ?? '', words[from - 2] ?? '']
  if (before === 'forslag' || (before === 'til' && earlier === 'forslag')) return true
  if (!['af', 'til', 'om', 'vedrørende', 'for'].includes(before) || earlier === 'medfør' || earlier === 'henhold') return false
  for (let at = from - 2; at >= 0 && !carriesOn(words[at] ?? ''); at -= 1) if (TITLE_STARTS.has(words[at] ?? '')) return true
  return before === 'om'
}

function beginningWith({ words, pauses }: ActWords, names: Register['names']): readonly string[] {
  for (let end = Math.min(words.length, LONGEST); end > 0; end -= 1) {
    const works = lookUp(words.slice(0, end), names)
    if (works) return endsAt(words, pauses, end) ? works : []
  }
  return []
}

/** Whether a name may end before this word: "lov om sygedagpenge til heste" is not "lov om sygedagpenge". */
function endsAt(words: readonly string[], pauses: readonly number[], end: number): boolean {
  const next = words[end]
  if (next === undefined || carriesOn(next)) return true
  if (isConjunction(next) && end + 1 === words.length) return true
  return pauses.includes(end) && !listsOn(words.slice(end, end + 5))
}

/** "…, understøttelse og tilsyn": a comma within a title. */
function listsOn(words: readonly string[]): boolean {
  const joint = words.findIndex(isConjunction)
  return joint > 0 && !words.slice(0, joint).some(carriesOn)
}

function lookUp(words: readonly string[], names: Register['names']): readonly string[] | undefined {
  const name = words.join(' ')
  return names.get(name) ?? (name.endsWith('s') ? names.get(name.slice(0, -1)) : undefined)
}
