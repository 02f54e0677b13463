import { z } from '#utils/validation/zod.ts'
import type { Random } from '../support/random.ts'
import { readJsonLines } from '../support/json-lines.ts'

/** A hostile text: a piece repeated again and again between two others. */
export interface Attack {
  readonly id: string
  readonly prefix: string
  readonly repeat: string
  readonly times: number
  readonly suffix: string
}

const PIECES = [
  'a',
  'A',
  'Aa',
  'Aa ',
  'A ',
  'A. ',
  '0',
  '1 ',
  '12 ',
  '12.',
  '12-',
  '0101',
  '010150-',
  '010150 7',
  '01.01.50',
  ' ',
  '\n',
  '\t',
  '-',
  '--',
  '.',
  ',',
  '@',
  'a@',
  'a.',
  '.a@b',
  'a-',
  "a'",
  'van ',
  'De la ',
  'konto ',
  'reg 1234 ',
  'password:',
  'kode: x ',
  'Vej 1, ',
  'Vejvej ',
  'DK12 3456 ',
  'DK12',
  'AB 12 345',
  '+45 ',
  '+1 2',
  '(',
  '((',
  '[',
  '<',
  '<a ',
  'x*',
  '#',
  'side 1 af ',
  'Kære ',
  'Vedr. ',
  'Navn: ',
  'søn ',
  'Hans mor ',
  'cpr ',
  'løbenr ',
  'é',
  '\u00a0',
  '\u200b',
  '𝟙',
  '１',
  'Ø',
  'ß',
  'l',
  'O',
  'lO',
  '=',
  '_',
  '/',
  '1/',
  'I/S ',
  'A/S ',
  'syg ',
  'er syg',
  'privat ',
  'advokat ',
  'notat\n',
  'Emne: A\n',
  'Fra: a@b.dk\n',
  '8000 A',
  'st. tv ',
  'eyJ',
  'sk-',
  'æ',
  '"',
  '§ 1 ',
  'e\u0301',
  '0101507000',
  'XX',
  '****',
  '%',
]
const ENDS = ['', '!', '\n', 'x', '0', ' ', '@', '-', '\u0000']

/** Each piece in a few dresses; the seed chooses them. */
export function attacks(random: Random, count: number): readonly Attack[] {
  return Array.from({ length: count }, (_, at) => {
    const piece = PIECES[at % PIECES.length] ?? 'a'
    const repeat = at < PIECES.length ? piece : piece + random.pick(PIECES)
    return { id: `made-${at}`, prefix: random.pick(['', 'A ', '0', 'cpr ', '\n']), repeat, times: 0, suffix: random.pick(ENDS) }
  })
}

const Line = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  prefix: z.string().default(''),
  repeat: z.string().min(1),
  times: z.number().default(0),
  suffix: z.string().default(''),
})

export const readAttacks = (file: string): readonly Attack[] => readJsonLines(file, Line)

/** The attack at a length; `times` of the data is not needed, for two lengths of our own are compared. */
export function textOf({ prefix, repeat, suffix }: Attack, length: number): string {
  return prefix + repeat.repeat(Math.ceil(length / repeat.length)).slice(0, length) + suffix
}
