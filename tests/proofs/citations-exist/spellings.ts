import type { Random } from '../support/random.ts'
import type { Written } from './cases.ts'
import type { InventedAct } from './invented-act.ts'

const MONTHS = ['januar', 'februar', 'marts', 'april', 'maj', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'december']
const TYPE_WORDS = { LOV: 'lov', LBK: 'lovbekendtgørelse', BEK: 'bekendtgørelse' } as const

/** A citation as somebody might write it, and what else the reader is told. */
export interface Spelt {
  readonly text: string
  /** What the reader has in mind, where the text does not name the act. */
  readonly context: string | null
}

/** Writes a place in one of the ways that places are written. */
export function spellPlace(random: Random, steps: readonly Written[]): string {
  const style = random.pick(['usual', 'usual', 'usual', 'tight', 'bare', 'dotless', 'words', 'hard-space'] as const)
  const [space, joint] = style === 'tight' ? ['', ','] : style === 'bare' ? [' ', ' '] : [' ', ', ']
  const place = steps.map((step) => spellStep(random, step, { style, space })).join(joint)
  return style === 'hard-space' ? place.replaceAll(' ', '\u00A0') : place
}

interface Style {
  readonly style: string
  readonly space: string
}

function spellStep(random: Random, { unit, number, to }: Written, { style, space }: Style): string {
  const [from, end] = [lettered(random, number, space), to === null ? '' : lettered(random, to, space)]
  const range = to === null ? '' : `${random.pick(['-', '–', ' - '])}${end}`
  const dot = style === 'dotless' ? '' : '.'
  switch (unit) {
    case 'paragraph':
      return style === 'words' && to === null
        ? `paragraf ${from}`
        : `${to === null ? '§' : random.pick(['§§', '§'])}${space}${from}${range}`
    case 'chapter':
      return `${random.pick(['kapitel', 'kap.'])} ${from}`
    case 'stk':
      return `${style === 'words' ? 'stykke ' : `stk${dot}${space || (dot ? '' : ' ')}`}${from}${range}`
    case 'nr':
      return `${style === 'words' ? 'nummer ' : `nr${dot}${space || (dot ? '' : ' ')}`}${from}${range}`
    case 'litra':
      return `litra ${number}${to === null ? '' : `${random.pick(['-', '–'])}${to}`}`
    case 'pkt':
      return style === 'words' ? `${number}. punktum` : `${number}. pkt.`
    default:
      return unit satisfies never
  }
}

/** "32a", "32 a", "32 A". */
function lettered(random: Random, number: string, space: string): string {
  const [, digits = number, letter = ''] = /^(\d+)([a-z])$/u.exec(number) ?? []
  if (letter === '') return digits
  return `${digits}${space === '' || random.chance(0.2) ? '' : ' '}${random.chance(0.2) ? letter.toUpperCase() : letter}`
}

const INTRODUCTIONS = ['', '', 'Det følger af ', 'Efter ', 'Kommunen skal efter ', 'Jf. ', 'I den forbindelse bemærkes det, at efter ']
const ENDINGS = ['', '.', ', skal kommunen vurdere det.', ' skal kommunen vurdere det.', ', jf. også senere.', ' (se bilag).']

/** Names the act beside the place, in one of the ways that acts are named, and puts both into a sentence. */
export function spell(random: Random, act: InventedAct, place: string): Spelt {
  const { text, context, opening } = withAct(random, act, place)
  const introduction = random.pick(opening ? INTRODUCTIONS : [''])
  return { text: `${introduction}${text}${random.pick(ENDINGS)}`, context }
}

interface Named extends Spelt {
  /** Whether words may stand in front. */
  readonly opening: boolean
}

function withAct(random: Random, act: InventedAct, place: string): Named {
  const { name, popular, short } = act
  const document = spellDocument(random, act)
  const eli = `eli/lta/${act.date.slice(0, 4)}/${act.number}`
  const pinned: (() => Named)[] = [
    () => named(`${place} i ${document}`),
    () => named(`${document}, ${place}`),
    () => named(`${document} ${place}`),
    () => named(`${place} i ${name}, jf. ${document}`),
    () => named(`${name}, jf. ${document}, ${place}`),
    () => named(`${random.pick(['https://www.retsinformation.dk/', ''])}${eli}, ${place}`),
    () => inContext(random, place, random.pick([document, eli])),
  ]
  if (act.superseded) return random.pick(pinned)()
  const ways = [
    ...pinned,
    () => named(`${name} ${place}`),
    () => named(`${place}, i ${name}`),
    () => named(`${place} i ${name}`),
    () => inContext(random, place, name),
  ]
  if (popular !== null)
    ways.push(
      () => named(`${softened(random, popular)}s ${place}`),
      () => named(`${place}, i ${popular}`),
      () => named(`${popular} ${place}`),
    )
  if (short !== null)
    ways.push(
      () => named(`${short} ${place}`),
      () => named(`${place} i ${short}`),
    )
  return random.pick(ways)()
}

function inContext(random: Random, place: string, context: string): Named {
  return { text: `${random.pick(['lovens ', 'bekendtgørelsens ', ''])}${place}`, context, opening: false }
}

function named(text: string): Named {
  return { text, context: null, opening: true }
}

/** A word as a page with hyphenation holds it. */
function softened(random: Random, word: string): string {
  return random.chance(0.2) ? `${word.slice(0, 4)}\u00AD${word.slice(4)}` : word
}

/** "lovbekendtgørelse nr. 280 af 1. marts 2024", "LBK nr 280 af 01/03/2024", "LBK 280/2024". */
export function spellDocument(random: Random, { type, number, date }: Pick<InventedAct, 'type' | 'number' | 'date'>): string {
  const [year = '', month = '', day = ''] = date.split('-')
  const word = TYPE_WORDS[type]
  const dates = [
    `${Number(day)}. ${MONTHS[Number(month) - 1]} ${year}`,
    `${day}/${month}/${year}`,
    `${Number(day)}/${Number(month)} ${year}`,
  ]
  return random.pick([
    `${word} nr. ${number} af ${dates[0]}`,
    `${type} nr ${number} af ${dates[1]}`,
    `${word} nr. ${number} af ${dates[2]}`,
    `${type} ${number}/${year}`,
  ])
}
