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
function endingWith({ words, pauses }: ActWords, names: Register['names']): readonly string[] {
  for (let from = Math.max(0, words.length - LONGEST); from < words.length; from += 1) {
    const works = lookUp(words.slice(from), names)
    if (works) return partOfLonger({ words, pauses }, from) ? [] : works
  }
  return []
}

const LEADS_ON = new Set(['af', 'til', 'om', 'efter', 'for', 'ved', 'i', 'på', 'under', 'med', 'mod', 'vedrørende'])

/** "forslag til lov om …", "bekendtgørelse om gebyrer efter lov om …": a title that only ends as a known one does. */
function partOfLonger({ words, pauses }: Pick<ActWords, 'words' | 'pauses'>, from: number): boolean {
  const before = words[from - 1] ?? ''
  if (!LEADS_ON.has(before) || pauses.includes(from)) return false
  const ends = words.findLastIndex((word, at) => at < from && (ENDS_TITLE.has(word) || carriesOn(word)))
  const starts = words.findLastIndex((word, at) => at < from && TITLE_STARTS.has(word) && LEADS_ON.has(words[at + 1] ?? ''))
  return starts > ends && !pauses.some((pause) => pause > starts && pause < from)
}

/** "i medfør af lov om …", "i henhold til lov om …": the act itself. */
const ENDS_TITLE = new Set(['medfør', 'henhold', 'hjemmel'])

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
