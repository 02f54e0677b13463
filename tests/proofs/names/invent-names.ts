import firstNames from '#packs/names/first-names.json' with { type: 'json' }
import otherWords from '#packs/names/other-words.json' with { type: 'json' }
import surnames from '#packs/names/surnames.json' with { type: 'json' }
import type { Random } from '../support/random.ts'

/** A person of a text; `listed` says whether the finder's lists hold the name. */
export interface InventedName {
  readonly first: string
  readonly last: string
  readonly listed: boolean
}

const lists = (groups: Readonly<Record<string, string>>): readonly string[] => Object.values(groups).flatMap((group) => group.split(' '))
const FIRST = lists(firstNames.groups)
const LAST = lists(surnames.groups)
const TAKEN = new Set([...FIRST, ...LAST, ...lists(otherWords.groups)].map((word) => word.toLowerCase()))

/** Sounds of several languages, put together to names that stand in no list. */
const SOUNDS: readonly { readonly start: string; readonly middle: string; readonly firstEnd: string; readonly lastEnd: string }[] = [
  {
    start: 'Bro Fjel Gri Hal Jar Kri Lau Mar Nor Ras Sto Tor Vil Thy Es Ul Ild Alf Hed Run',
    middle: 'l ne ri va de be mi go',
    firstEnd: 'dis ke na tha vin mund rik ka lia ne fred git',
    lastEnd: 'sen gaard lund bæk toft strup holt kær borg mose rup skov dal feld bro vig ager',
  },
  {
    start: 'Abd Bas Dju Fah Gha Haf Jal Kar Luq Mun Nas Qad Ras Sab Tah Wal Yaq Zuh Ubay',
    middle: 'a i u aa oui er',
    firstEnd: 'da ram lah mir nah ziya bil hef sim din',
    lastEnd: 'ani adi oury awi ibi ouma bari ami ouf zani ati',
  },
  {
    start: 'Ay Bu Dil Er Gö Ha Il Ka Mu Ne Öz Se Tu Yu Şe',
    middle: 'l r n m v',
    firstEnd: 'han gül can mez nur cihan sel tay',
    lastEnd: 'oglu tepe kaya lar soy türk maz bas kan demir',
  },
  {
    start: 'Bo Cze Dob Gra Ja Kaz Leo Mie Nad Prze Sta Wal Zby',
    middle: 'mi sła ro wo de gnie',
    firstEnd: 'sław mira nia rek tka dzia lena',
    lastEnd: 'wski cka czak nik szek owicz bora enko uk',
  },
  {
    start: 'Ca Fa Gu Ho Ja Li Ma Nu Wa Xi Ye Sha',
    middle: 'd r b s m',
    firstEnd: 'uur iyo aad een isa owsa imo',
    lastEnd: 'irre aale owle anle eere olow aash',
  },
  {
    start: 'Tha Siva Raja Kana Nava Mutu Vela Yoga Puvi',
    middle: 'ra na la ku',
    firstEnd: 'thi shan nesh valli vathi ran',
    lastEnd: 'singham lingam pathy nesan thasan rajan moorthi',
  },
  {
    start: 'Ad Bel Cor Dru Eli Fen Gal Ives Lor Mel Ori Per Quen Ro Sil Tev Urs Vad Wen Zel',
    middle: 'a e i o an el in',
    firstEnd: 'ric na sha ton bert line mo tte wyn us',
    lastEnd: 'worth mar iani etti ault ier quist ova ez man dorf eau',
  },
]
const PARTICLES = ['Van', 'von', 'de', 'El', 'van der', 'de la', 'al', 'bin']

const split = (words: string): readonly string[] => words.split(' ')

/** Half of them from the lists, half made up. */
export function inventName(random: Random): InventedName {
  const listed = random.chance(0.5)
  if (listed) return { first: listedFirst(random), last: listedLast(random), listed }
  const sounds = random.pick(SOUNDS)
  const first = unlisted(() => made(random, [sounds.start, sounds.middle, sounds.firstEnd]))
  const last = unlisted(() => made(random, [sounds.start, sounds.middle, sounds.lastEnd]))
  if (random.chance(0.08)) return { first, last: `${random.pick(PARTICLES)} ${last}`, listed }
  if (random.chance(0.05)) return { first, last: `${random.pick(['Al', 'El'])}-${last}`, listed }
  return random.chance(0.08)
    ? { first, last: `${last}-${unlisted(() => made(random, [sounds.start, sounds.middle, sounds.lastEnd]))}`, listed }
    : { first, last, listed }
}

function listedFirst(random: Random): string {
  const one = random.pick(FIRST)
  return random.chance(0.1) && !one.includes('-') ? `${one}-${random.pick(FIRST).split('-')[0] ?? ''}` : one
}

function listedLast(random: Random): string {
  return random.chance(0.2) ? `${random.pick(LAST)} ${random.pick(LAST)}` : random.pick(LAST)
}

function unlisted(make: () => string): string {
  for (;;) {
    const one = make()
    if (!TAKEN.has(one.toLowerCase()) && one.length > 3) return one
  }
}

function made(random: Random, [start, middle, end]: readonly [string, string, string]): string {
  return random.pick(split(start)) + (random.chance(0.6) ? random.pick(split(middle)) : '') + random.pick(split(end))
}
