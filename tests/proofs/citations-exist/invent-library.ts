import { Random } from '../support/random.ts'
import { ActMaker, type InventedAct, type Part } from './invented-act.ts'
import { inventedWord } from './invented-words.ts'

const CONSONANTS = 'BDFGHKLMNPRSTV'

/**
 * Invented acts that are easily mistaken for each other: titles that begin or end with another's, consolidated acts with
 * an older text, acts that change others and quote their paragraphs.
 */
export function inventLibrary(seed: number, acts: number): readonly InventedAct[] {
  const random = new Random(seed)
  const library: InventedAct[] = []
  const taken = new Set<string>()
  while (library.length < acts) {
    const subject = `${inventedWord(random)} og ${inventedWord(random)}`
    if (taken.has(subject)) continue
    taken.add(subject)
    library.push(...family(random, subject, library.length))
  }
  return library
}

function family(random: Random, subject: string, first: number): readonly InventedAct[] {
  const name = `lov om ${subject}`
  const short =
    Array.from({ length: random.int(3, 4) }, () => random.pick([...CONSONANTS])).join('') + String.fromCodePoint(65 + (first % 26))
  const popular =
    `${inventedWord(random)}${first}`.replace(/\d+$/u, (digits) => [...digits].map((digit) => 'abdefghijk'[Number(digit)]).join('')) +
    'loven'
  const year = random.int(2019, 2025)
  const base = { popular, short, foreign: [], superseded: false }
  const now: InventedAct = make(random, first, {
    ...base,
    type: 'LBK',
    name,
    title: `Bekendtgørelse af ${name}`,
    date: dayIn(random, year),
    foreign: ['501', '502'],
  })
  const old: InventedAct = make(random, first + 1, {
    ...base,
    type: 'LBK',
    name,
    title: `Bekendtgørelse af ${name}`,
    date: dayIn(random, year - 3),
    superseded: true,
  })
  const longer: InventedAct = make(random, first + 2, {
    ...base,
    popular: null,
    short: null,
    type: 'LOV',
    name: `${name} i grænseområder`,
    title: `Lov om ${subject} i grænseområder`,
    date: dayIn(random, year),
  })
  const below: InventedAct = make(random, first + 3, {
    ...base,
    popular: null,
    short: null,
    type: 'BEK',
    name: `bekendtgørelse om gebyrer efter ${name}`,
    title: `Bekendtgørelse om gebyrer efter ${name}`,
    date: dayIn(random, year),
  })
  const changing: InventedAct = {
    ...make(random, first + 4, {
      ...base,
      popular: null,
      short: null,
      type: 'LOV',
      name: `lov om ændring af ${name}`,
      title: `Lov om ændring af ${name}`,
      date: dayIn(random, year),
    }),
    foreign: ['601', '602'],
  }
  return [now, { ...old, chapters: random.chance(0.5) ? old.chapters : now.chapters.map(shortened) }, longer, below, changing]
}

/** The older text lacks the last paragraph of each chapter. */
function shortened(chapter: Part): Part {
  return { ...chapter, parts: chapter.parts.slice(0, Math.max(1, chapter.parts.length - 1)) }
}

type Given = Omit<InventedAct, 'id' | 'number' | 'chapters'>

function make(random: Random, index: number, given: Given): InventedAct {
  const id = `act${index}`
  const chapters = new ActMaker(random, `${index}`).chapters()
  return { ...given, id, number: 100 + index * 7 + random.int(0, 6), chapters }
}

function dayIn(random: Random, year: number): string {
  return `${year}-${String(random.int(1, 12)).padStart(2, '0')}-${String(random.int(1, 28)).padStart(2, '0')}`
}
