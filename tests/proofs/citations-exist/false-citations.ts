import type { Random } from '../support/random.ts'
import { drawTarget, siblings, written, type Written } from './cases.ts'
import { allMarks, type InventedAct, type Part } from './invented-act.ts'
import { inventedWord } from './invented-words.ts'
import { spell, spellDocument, spellPlace, type Spelt } from './spellings.ts'

export interface FalseCitation extends Spelt {
  /** What is made up. */
  readonly kind: string
  /** Its number stands in the text, and that it is repealed: which is to be said. */
  readonly isRepealed?: boolean
}

type Maker = (random: Random, library: readonly InventedAct[]) => FalseCitation | null

/** A citation of something that does not exist, as near to something that does as can be. */
export function falseCitation(random: Random, library: readonly InventedAct[]): FalseCitation {
  for (;;) {
    const made = random.pick(MAKERS)(random, library)
    if (made) return made
  }
}

const MAKERS: readonly Maker[] = [
  (random, library) => missingPart(random, library),
  (random, library) => missingPart(random, library),
  (random, library) => missingParagraph(random, library),
  (random, library) => repealedParagraph(random, library),
  (random, library) => foreignParagraph(random, library),
  (random, library) => brokenRange(random, library),
  (random, library) => longerTitle(random, library),
  (random, library) => inventedTitle(random, library),
  (random, library) => wrongDocument(random, library),
  (random, library) => wrongChapter(random, library),
]

/** A step too far: a stk, nr, litra or sentence that the place does not have. */
function missingPart(random: Random, library: readonly InventedAct[]): FalseCitation | null {
  const act = random.pick(library)
  const { steps } = drawTarget(random, act)
  const last = steps.at(-1)
  const own = steps.map(({ unit, number }): Written => ({ unit, number, to: null }))
  const beyond = last && oneTooMany(random, last)
  return beyond ? { ...spell(random, act, spellPlace(random, [...own, beyond])), kind: `no such ${beyond.unit}` } : null
}

function oneTooMany(random: Random, { unit, parts, sentences }: Part): Written | null {
  const [first] = parts
  const count = String(parts.length + random.int(1, 3))
  if (unit === 'paragraph') return { unit: 'stk', number: count, to: null }
  if (first?.unit === 'nr') return { unit: 'nr', number: count, to: null }
  if (first?.unit === 'litra') return { unit: 'litra', number: 'k', to: null }
  if (unit === 'stk' && random.chance(0.5)) return { unit: 'nr', number: String(random.int(1, 3)), to: null }
  if (unit === 'nr' && random.chance(0.5)) return { unit: 'litra', number: 'a', to: null }
  return { unit: 'pkt', number: String(sentences.length + random.int(1, 2)), to: null }
}

/** A paragraph past the last, in a gap, or with a letter that was never inserted. */
function missingParagraph(random: Random, library: readonly InventedAct[]): FalseCitation {
  const act = random.pick(library)
  const numbers = new Set(act.chapters.flatMap(({ parts }) => parts.map(({ number }) => number)))
  let number: string
  do number = `${random.int(1, 40)}${random.chance(0.6) ? random.pick(['a', 'b', 'c', 'd', 'e', 'f']) : ''}`
  while (numbers.has(number))
  return { ...spell(random, act, spellPlace(random, [{ unit: 'paragraph', number, to: null }])), kind: 'no such paragraph' }
}

/** A number with "(Ophævet)" behind it. */
function repealedParagraph(random: Random, library: readonly InventedAct[]): FalseCitation | null {
  const act = random.pick(library)
  const repealed = act.chapters.flatMap(({ parts }) => parts).filter((part) => part.repealed)
  if (repealed.length === 0) return null
  const place = spellPlace(random, [{ unit: 'paragraph', number: random.pick(repealed).number, to: null }])
  return { ...spell(random, act, place), kind: 'a repealed paragraph', isRepealed: true }
}

/** A number that stands in the file, but belongs to another act. */
function foreignParagraph(random: Random, library: readonly InventedAct[]): FalseCitation | null {
  const act = random.pick(library)
  if (act.foreign.length === 0) return null
  const place = spellPlace(random, [{ unit: 'paragraph', number: random.pick(act.foreign), to: null }])
  return { ...spell(random, act, place), kind: 'a paragraph of another act' }
}

/** A row whose end does not exist, or stands before its beginning. */
function brokenRange(random: Random, library: readonly InventedAct[]): FalseCitation | null {
  const act = random.pick(library)
  const { steps } = drawTarget(random, act)
  const last = steps.at(-1)
  const row = siblings(act, steps)
  if (!last || row.indexOf(last) === 0) return null
  const beyond = last.unit === 'litra' ? 'k' : String(last.unit === 'paragraph' ? 300 : row.length + 2)
  const to = random.chance(0.5) ? beyond : (row[0]?.number ?? beyond)
  const own = steps.map(({ unit, number }, index): Written => ({ unit, number, to: index === steps.length - 1 ? to : null }))
  return { ...spell(random, act, spellPlace(random, own)), kind: 'a row without an end' }
}

const TAILS = ['til søs', 'for selvstændige', 'på øerne', 'i skoven', 'og tilsyn', 'ved kysten']

/** A title that goes on where a real one ends, or ends where a real one does. */
function longerTitle(random: Random, library: readonly InventedAct[]): FalseCitation {
  const act = random.pick(library.filter(({ type }) => type !== 'BEK'))
  const place = spellPlace(random, written({ ...drawTarget(random, act), through: null }, random))
  const tail = `${act.name} ${random.pick(TAILS)}`
  const head = `${random.pick(['forslag til', 'bekendtgørelse om udmøntning af', 'vejledning til', 'bekendtgørelse om takster efter'])} ${act.name}`
  const text = random.pick([`${place} i ${tail}.`, `${tail} ${place}`, `Efter ${head} ${place} gælder det.`, `${place}, i ${head}`])
  return { text, context: null, kind: 'a title that only resembles' }
}

function inventedTitle(random: Random, library: readonly InventedAct[]): FalseCitation {
  const act = random.pick(library)
  const place = spellPlace(random, written({ ...drawTarget(random, act), through: null }, random))
  const word = inventedWord(random)
  const text = random.pick([
    `lov om ${word} og ${word}tilsyn ${place}`,
    `${place} i lov om ${word}`,
    `${word}xlovens ${place}`,
    `ZQXW ${place}`,
    `${place}, i ${word}yloven.`,
  ])
  return { text, context: null, kind: 'an invented act' }
}

/** A number, a year, a date or a kind that is not the document's. */
function wrongDocument(random: Random, library: readonly InventedAct[]): FalseCitation | null {
  const act = random.pick(library)
  const place = spellPlace(random, written({ ...drawTarget(random, act), through: null }, random))
  const year = String(Number(act.date.slice(0, 4)) + random.pick([-1, 1]))
  const other = random.pick([
    { ...act, number: act.number + 5000 },
    { ...act, date: `${year}${act.date.slice(4)}` },
    { ...act, type: act.type === 'BEK' ? ('LOV' as const) : ('BEK' as const) },
  ])
  const document = spellDocument(random, other)
  const text = random.pick([`${place} i ${document}`, `${document}, ${place}`, `${act.name}, jf. ${document}, ${place}`])
  return { text, context: null, kind: 'a document with another number' }
}

/** A paragraph that exists, under a chapter where it does not stand. */
function wrongChapter(random: Random, library: readonly InventedAct[]): FalseCitation | null {
  const act = random.pick(library)
  const { steps } = drawTarget(random, act)
  const [paragraph] = steps
  const other = act.chapters.find(({ parts }) => paragraph && !parts.includes(paragraph))
  if (!other || !paragraph || allMarks(other).length === 0) return null
  const own = steps.map(({ unit, number }): Written => ({ unit, number, to: null }))
  const place = spellPlace(random, [{ unit: 'chapter', number: other.number, to: null }, ...own])
  return { ...spell(random, act, place), kind: 'another chapter' }
}
