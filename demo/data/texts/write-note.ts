import { addDays } from '#utils/domain/calendar-day.ts'
import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import { inShort, inWords } from '../moment.ts'
import { COMPANIES, DOCTORS, PROVIDERS } from '../names.ts'
import type { Random } from '../random.ts'
import type { NoteKind } from './sentences.ts'

export interface NoteScene {
  readonly on: CalendarDay
  readonly firstName: string
  readonly caseworker: string
  readonly words: number
}

/** Fills the slots of a text. */
export function fillSlots(text: string, scene: NoteScene, random: Random): string {
  const slots: Readonly<Record<string, () => string>> = {
    fornavn: () => scene.firstName, sb: () => scene.caseworker, firma: () => random.pick(COMPANIES), kursus: () => random.pick(PROVIDERS),
    laege: () => random.pick(DOCTORS), dato: () => inShort(addDays(scene.on, random.int(3, 14)), random.pick(['dots', 'slash'] as const)),
    dato2: () => inWords(addDays(scene.on, random.int(15, 40))), n: () => String(random.int(2, 9)), t: () => String(random.int(2, 9) * 4),
  }
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => slots[name]?.() ?? whole)
}

/** A note's text of about so many words, in one of the manners that people write in. */
export function writeNote(kind: NoteKind, scene: NoteScene, random: Random): string {
  const sentences: string[] = []
  for (let words = 0; words < scene.words;) {
    for (const sentence of random.sample(kind.sentences, kind.sentences.length)) {
      if (words >= scene.words) break
      const filled = fillSlots(sentence, scene, random)
      sentences.push(filled)
      words += filled.split(' ').length
    }
  }
  return random.pick(mannersFor(kind.type))(sentences, scene, random)
}

type Manner = (sentences: readonly string[], scene: NoteScene, random: Random) => string

const free: Manner = (sentences) => paragraphs(sentences, 4)
const bullets: Manner = (sentences) => ['Punkter fra samtalen:', ...sentences.map((sentence) => `- ${sentence}`)].join('\n')
const shouting: Manner = (sentences) => `${sentences.slice(0, 2).join(' ').toLocaleUpperCase('da')}\n\n${paragraphs(sentences.slice(2), 5)}`
const oldCodePage: Manner = (sentences) => mojibake(paragraphs(sentences, 5))
const typos: Manner = (sentences, _scene, random) => sentences.map((sentence) => misspell(sentence, random)).join(' ')
const headed: Manner = (sentences) => {
  const third = Math.max(1, Math.ceil(sentences.length / 3))
  return ['STATUS', sentences.slice(0, third).join(' '), '', 'DRØFTET', sentences.slice(third, 2 * third).join(' '), '', 'AFTALER', sentences.slice(2 * third).join(' ')].join('\n')
}
const mailThread: Manner = (sentences, scene) => {
  const half = Math.max(1, Math.ceil(sentences.length / 2))
  const [answer, question] = [sentences.slice(0, half), sentences.slice(half)]
  return [
    paragraphs(answer, 3), '', `Venlig hilsen`, scene.caseworker, '', '-----Oprindelig meddelelse-----', `Fra: ${scene.firstName}`, `Sendt: ${inWords(addDays(scene.on, -2))} 21:07`,
    `Til: ${scene.caseworker}`, 'Emne: SV: Min sag', '', ...question.map((sentence) => `> ${sentence}`),
  ].join('\n')
}
const statement: Manner = (sentences, scene) =>
  [`ATTEST AF ${inShort(scene.on)}`, '', ...sentences.map((sentence, index) => `${index + 1}. ${sentence}`), '', 'Udfærdiget på grundlag af journal og undersøgelse.'].join('\n')

function mannersFor(type: string): readonly Manner[] {
  if (type === 'Korrespondance') return [mailThread, mailThread, free]
  if (type === 'Lægelige oplysninger') return [statement, statement, free]
  return [free, free, free, headed, headed, bullets, bullets, typos, shouting, oldCodePage]
}

function paragraphs(sentences: readonly string[], size: number): string {
  const parts: string[] = []
  for (let i = 0; i < sentences.length; i += size) parts.push(sentences.slice(i, i + size).join(' '))
  return parts.join('\n\n')
}

/** UTF-8 read as Latin-1, as old imports left it: `Ã¦` for `æ`. */
function mojibake(text: string): string {
  return text.replaceAll(/[æøåÆØÅé–]/g, (letter) => [...new TextEncoder().encode(letter)].map((byte) => String.fromCharCode(byte)).join(''))
}

function misspell(sentence: string, random: Random): string {
  return sentence.split(' ').map((word) => {
    if (word.length < 5 || /[\d@]/.test(word) || !random.chance(0.12)) return word
    const at = random.int(1, word.length - 3)
    return `${word.slice(0, at)}${word.charAt(at + 1)}${word.charAt(at)}${word.slice(at + 2)}`
  }).join(' ')
}
