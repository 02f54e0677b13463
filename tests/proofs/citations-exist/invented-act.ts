import type { Random } from '../support/random.ts'
import { inventedSentence, inventedWord } from './invented-words.ts'

/** A part of an invented act. `marks` are the marks of its own sentences. */
export interface Part {
  readonly unit: 'chapter' | 'paragraph' | 'stk' | 'nr' | 'litra'
  readonly number: string
  readonly sentences: readonly string[]
  readonly marks: readonly string[]
  readonly repealed: boolean
  readonly parts: readonly Part[]
}

export interface InventedAct {
  readonly id: string
  readonly type: 'LOV' | 'LBK' | 'BEK'
  /** As in `DocumentTitle`. */
  readonly title: string
  /** As it is cited: without "Bekendtgørelse af". */
  readonly name: string
  readonly popular: string | null
  readonly short: string | null
  readonly number: number
  readonly date: string
  /** A newer text of the act is loaded as well: only its own number leads to this one. */
  readonly superseded: boolean
  readonly chapters: readonly Part[]
  /** Paragraph numbers that stand in the file without being the act's own. */
  readonly foreign: readonly string[]
}

const LETTERS = 'abcdefghij'

/** The parts of an act from a seed: inserted, repealed and lone parts, lists with and without litra, several sentences. */
export class ActMaker {
  readonly #random: Random
  readonly #prefix: string
  #marks = 0

  constructor(random: Random, prefix: string) {
    this.#random = random
    this.#prefix = prefix
  }

  chapters(): readonly Part[] {
    const random = this.#random
    const chapters: Part[] = []
    let [paragraph, chapter] = [1, 1]
    for (let index = random.int(1, 4); index > 0; index -= 1) {
      const paragraphs: Part[] = []
      for (let count = random.int(2, 6); count > 0; count -= 1) {
        paragraphs.push(...this.#paragraphs(String(paragraph)))
        paragraph += random.chance(0.1) ? 2 : 1
      }
      chapters.push(this.#holder('chapter', String(chapter), paragraphs))
      if (random.chance(0.2)) {
        const inserted = `${chapter}a`
        chapters.push(this.#holder('chapter', inserted, this.#paragraphs(String(paragraph))))
        paragraph += 1
      }
      chapter += 1
    }
    return chapters
  }

  /** A paragraph, and those inserted behind it: 32, 32 a, 32 b. */
  #paragraphs(number: string): readonly Part[] {
    const inserted = this.#random.chance(0.25) ? this.#random.int(1, 3) : 0
    const letters = ['', ...LETTERS.slice(0, inserted)]
    return letters.map((letter) => this.#paragraph(`${number}${letter}`))
  }

  #paragraph(number: string): Part {
    const random = this.#random
    if (random.chance(0.08)) return { unit: 'paragraph', number, sentences: ['(Ophævet)'], marks: [], repealed: true, parts: [] }
    const count = random.chance(0.35) ? 1 : random.int(2, 5)
    const parts = Array.from({ length: count }, (_, index) => this.#stk(String(index + 1)))
    return this.#holder('paragraph', number, parts)
  }

  #stk(number: string): Part {
    const random = this.#random
    if (random.chance(0.5)) return this.#leaf('stk', number, random.int(1, 3))
    if (random.chance(0.2)) return this.#list('stk', number, this.#row('litra'))
    return this.#list('stk', number, this.#row('nr'))
  }

  #row(unit: 'nr' | 'litra'): readonly Part[] {
    const random = this.#random
    return Array.from({ length: random.int(2, 6) }, (_, index) => {
      const number = unit === 'nr' ? String(index + 1) : (LETTERS[index] ?? 'z')
      if (unit === 'nr' && random.chance(0.2)) return this.#list('nr', number, this.#row('litra'))
      return this.#leaf(unit, number, random.chance(0.15) ? 2 : 1)
    })
  }

  #leaf(unit: Part['unit'], number: string, count: number): Part {
    const marks = Array.from({ length: count }, () => this.#mark())
    return { unit, number, sentences: marks.map((mark) => inventedSentence(this.#random, mark)), marks, repealed: false, parts: [] }
  }

  #list(unit: Part['unit'], number: string, parts: readonly Part[]): Part {
    const mark = this.#mark()
    return {
      unit,
      number,
      sentences: [`Betingelserne for ${inventedWord(this.#random)} (${mark}) er:`],
      marks: [mark],
      repealed: false,
      parts,
    }
  }

  #holder(unit: Part['unit'], number: string, parts: readonly Part[]): Part {
    return { unit, number, sentences: [], marks: [], repealed: false, parts }
  }

  #mark(): string {
    this.#marks += 1
    return `mk${this.#prefix}q${this.#marks}z`
  }
}

/** Every mark in a part, those of its parts included. */
export function allMarks(part: Part): readonly string[] {
  return [...part.marks, ...part.parts.flatMap(allMarks)]
}
