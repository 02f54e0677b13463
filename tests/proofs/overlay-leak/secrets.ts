import type { FactKey } from '#utils/domain/fact-catalogue.ts'
import type { Random } from '../support/random.ts'

/** Something that our parts hold and this page does not show, as one word that stands nowhere else. */
export interface Secret {
  readonly word: string
  readonly held: string
}

const LETTERS = 'bcdfghjkmnpqrstvwxz'

/** A word that nothing else contains. */
export function secretWord(random: Random): string {
  return `Q${Array.from({ length: 9 }, () => LETTERS.charAt(random.int(0, LETTERS.length - 1))).join('')}`
}

/** Gives every free text of a case a word of its own, and keeps a list of them. */
export function wordsFor(random: Random, held: string): { readonly next: (key: FactKey) => string; readonly secrets: Secret[] } {
  const secrets: Secret[] = []
  return {
    secrets,
    next: (key) => {
      const word = secretWord(random)
      secrets.push({ word, held: `${held}: ${key}` })
      return word
    },
  }
}
