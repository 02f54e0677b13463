import { addDays } from '#utils/domain/calendar-day.ts'
import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import { inShort, inWords } from '../moment.ts'
import { CASEWORKERS, COMPANIES, DOCTORS, PROVIDERS } from '../names.ts'
import type { Random } from '../random.ts'
import { GENERAL } from './general.ts'
import type { NoteKind } from './sentences.ts'

export interface NoteScene {
  readonly on: CalendarDay
  readonly firstName: string
  readonly caseworker: string
  readonly words: number
}

/** Fills the slots of a text. */
export function fillSlots(text: string, scene: NoteScene, random: Random): string {
  return text.includes('{') ? text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => SLOTS[name]?.(scene, random) ?? whole) : text
}

const SLOTS: Readonly<Record<string, (scene: NoteScene, random: Random) => string>> = {
  fornavn: ({ firstName }) => firstName,
  sb: ({ caseworker }) => caseworker,
  kollega: (_scene, random) => random.pick(CASEWORKERS),
  firma: (_scene, random) => random.pick(COMPANIES),
  kursus: (_scene, random) => random.pick(PROVIDERS),
  laege: (_scene, random) => random.pick(DOCTORS),
  dato: ({ on }, random) => inShort(addDays(on, random.int(3, 14)), random.pick(['dots', 'slash'] as const)),
  foer: ({ on }, random) => inShort(addDays(on, -random.int(5, 60))),
  dato2: ({ on }, random) => inWords(addDays(on, random.int(15, 40))),
  n: (_scene, random) => String(random.int(2, 9)),
  t: (_scene, random) => String(random.int(2, 9) * 4),
}

/** A note's text of about so many words, in one of the manners that people write in. */
export function writeNote(kind: NoteKind, scene: NoteScene, random: Random): string {
  const own = kind.sentences
  const more = ['Systemnotat', 'Lægelige oplysninger'].includes(kind.type) ? own : GENERAL
  const [from, further] = [random.int(0, own.length - 1), random.int(0, more.length - 1)]
  const sentences: string[] = []
  // Walks each pool once round before anything is said twice.
  for (let words = 0, at = 0; words < scene.words; at++) {
    const sentence = at < own.length ? own[(from + at * stepFor(own)) % own.length] : more[(further + at * stepFor(more)) % more.length]
    const filled = fillSlots(sentence ?? '', scene, random)
    sentences.push(filled)
    words += filled.split(' ').length
  }
  return random.pick(mannersFor(kind.type))(sentences, scene, random)
}

/** A step that shares no factor with the pool's size, so that the walk meets every sentence. */
function stepFor({ length }: readonly string[]): number {
  return [7, 11, 13, 5, 3, 2].find((step) => length % step !== 0) ?? 1
}

type Manner = (sentences: readonly string[], scene: NoteScene, random: Random) => string

const free: Manner = (sentences) => paragraphs(sentences, 4)
const bullets: Manner = (sentences) => ['Punkter fra samtalen:', ...sentences.map((sentence) => `- ${sentence}`)].join('\n')
const shouting: Manner = (sentences) => `${sentences.slice(0, 2).join(' ').toLocaleUpperCase('da')}\n\n${paragraphs(sentences.slice(2), 5)}`
const oldCodePage: Manner = (sentences) => mojibake(paragraphs(sentences, 5))
const typos: Manner = (sentences, _scene, random) => sentences.map((sentence) => misspell(sentence, random)).join(' ')
const headed: Manner = (sentences) => {
  const third = Math.max(1, Math.ceil(sentences.length / 3))
  return [
    'STATUS',
    sentences.slice(0, third).join(' '),
    '',
    'DRØFTET',
    sentences.slice(third, 2 * third).join(' '),
    '',
    'AFTALER',
    sentences.slice(2 * third).join(' '),
  ].join('\n')
}
const mailThread: Manner = (sentences, scene) => {
  const half = Math.max(1, Math.ceil(sentences.length / 2))
  const [answer, question] = [sentences.slice(0, half), sentences.slice(half)]
  return [
    paragraphs(answer, 3),
    '',
    `Venlig hilsen`,
    scene.caseworker,
    '',
    '-----Oprindelig meddelelse-----',
    `Fra: ${scene.firstName}`,
    `Sendt: ${inWords(addDays(scene.on, -2))} 21:07`,
    `Til: ${scene.caseworker}`,
    'Emne: SV: Min sag',
    '',
    ...question.map((sentence) => `> ${sentence}`),
  ].join('\n')
}
const statement: Manner = (sentences, scene) =>
  [
    `ATTEST AF ${inShort(scene.on)}`,
    '',
    ...sentences.map((sentence, index) => `${index + 1}. ${sentence}`),
    '',
    'Udfærdiget på grundlag af journal og undersøgelse.',
  ].join('\n')

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
  return sentence
    .split(' ')
    .map((word) => {
      if (word.length < 5 || /[\d@]/.test(word) || !random.chance(0.12)) return word
      const at = random.int(1, word.length - 3)
      return `${word.slice(0, at)}${word.charAt(at + 1)}${word.charAt(at)}${word.slice(at + 2)}`
    })
    .join(' ')
}
