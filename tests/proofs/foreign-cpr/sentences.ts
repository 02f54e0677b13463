import type { Random } from '../support/random.ts'

/** Sentences with one place for a number, as they stand in journals, letters and forms; `{N}` is a name. */
const SENTENCES: readonly string[] = [
  '{N} ({#}) mødte til samtale i dag.',
  'Der er modtaget en henvendelse vedrørende {N}, {#}.',
  'Personnummer: {#}\nNavn: {N}',
  'Jeg talte med {N} – {#} – som er nabo til borgeren.',
  'Ægtefælle {N}, {#}, er orienteret om mødet.',
  'Barnets oplysninger: {N} {#}; bor hos far.',
  'Vedhæftet er lægeattest for {#} fra den praktiserende læge.',
  '{#}\n{N}\nØvelsesvej 12',
  'Se også {#} og {N} i samme husstand.',
  'Kopi sendt til {N} | {#} | fagforening',
  '"{#}" står øverst i dokumentet, som er underskrevet af {N}.',
  'Anmelder oplyser, at {N} med cpr-nr. {#} har arbejdet uden at oplyse det.',
]
const NEUTRAL: readonly string[] = [
  'Oplyst i dag: {#}.',
  'Notat. {#}\nSamtalen varede 30 minutter.',
  'Der er noteret {#} på side 2.',
  'Vedrørende henvendelsen ({#}) er der svaret samme dag.',
  'Se bilag 3: {#} – modtaget med posten.',
]
/** Two groups of invented names, so that the proof can tell whether one is found less often than the other. */
const NAMES = {
  danish: ['Øjvind Prøvesen', 'Karen-Margrethe Testgaard', 'Åse Eksempel', 'Bo Demo'],
  other: ['Zeynep Örnek', 'Nguyễn Thị Mẫu', 'Abdirahman Tusaale', 'Олена Зразок', 'محمد مثال'],
} as const
export type NameGroup = keyof typeof NAMES

export interface Written {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Puts a number into a sentence; `before` belongs to the sentence, not to the number. */
export function inSentence(number: { readonly before?: string; readonly written: string }, random: Random, group: NameGroup): Written {
  return fill(random.pick(SENTENCES), { ...number, name: random.pick<string>(NAMES[group]) })
}

/** Something that is no CPR number, in a sentence that does not say what it is. */
export function inNeutralSentence(written: string, random: Random): string {
  return fill(random.pick(NEUTRAL), { written, name: '' }).text
}

function fill(sentence: string, { before = '', written, name }: { before?: string; written: string; name: string }): Written {
  const [head = '', tail = ''] = sentence.replaceAll('{N}', () => name).split('{#}')
  const start = head.length + before.length
  return { text: `${head}${before}${written}${tail}`, start, end: start + written.length }
}
