import type { Random } from '../support/random.ts'

const STARTS = [
  'fjord',
  'kløver',
  'bjælke',
  'mos',
  'tåge',
  'kvist',
  'sten',
  'vind',
  'lyng',
  'grus',
  'ler',
  'rør',
  'tang',
  'vikke',
  'skifer',
  'harpiks',
]
const MIDDLES = ['', 'sam', 'om', 'ud', 'under', 'tvær', 'hånd', 'år']
const ENDS = ['ordning', 'forløb', 'gang', 'lag', 'skud', 'bånd', 'værk', 'pligt', 'ret', 'tilsyn', 'støtte', 'drift', 'ydelse', 'mål']

/** A Danish-looking word that means nothing. */
export function inventedWord(random: Random): string {
  return `${random.pick(STARTS)}${random.pick(MIDDLES)}${random.pick(ENDS)}`
}

const FILLERS = [
  'Kommunen yder {w} efter en konkret vurdering',
  'Retten til {w} bortfalder efter 14 dage',
  'Ministeren kan fastsætte nærmere regler om {w}, jf. § 3, stk. 2, og § 7',
  '{W} gives for højst 6 måneder, dog senest fra den 1. januar 2019',
  'Der kan opkræves gebyr for {w} m.v. efter reglerne i stk. 1',
  'Til {w} medregnes udgifter til f.eks. kørsel, jf. dog nr. 2',
]

/** A sentence with a mark in it that no other sentence has. */
export function inventedSentence(random: Random, mark: string): string {
  const word = inventedWord(random)
  const filled = random
    .pick(FILLERS)
    .replace('{w}', word)
    .replace('{W}', `${word[0]?.toUpperCase() ?? ''}${word.slice(1)}`)
  return `${filled} (${mark}).`
}
