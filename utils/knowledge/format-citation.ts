import type { Step, Unit } from './citation.ts'

const PREFIX: Readonly<Record<Unit, string>> = {
  annex: 'bilag ',
  chapter: 'kap. ',
  paragraph: '§ ',
  article: 'artikel ',
  point: 'pkt. ',
  stk: 'stk. ',
  nr: 'nr. ',
  litra: 'litra ',
  pkt: '',
}

/** "§ 32 a, stk. 2, nr. 3, litra b, 1. pkt.": the one way we write a place. */
export function formatPlace(steps: readonly Step[]): string {
  return steps.map(formatStep).join(', ')
}

function formatStep({ unit, from, to }: Step): string {
  if (unit === 'pkt') return from === 'last' ? 'sidste pkt.' : to === null ? `${from}. pkt.` : `${from}.-${to}. pkt.`
  const sign = unit === 'paragraph' && to !== null ? '§§ ' : PREFIX[unit]
  return `${sign}${spaced(from)}${to === null ? '' : `-${spaced(to)}`}`
}

function spaced(number: string): string {
  return number.replace(/^(\d+)(\p{L}+)$/u, '$1 $2')
}
