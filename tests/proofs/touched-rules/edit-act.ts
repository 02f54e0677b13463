import type { Random } from '../support/random.ts'
import { inventedSentence } from '../citations-exist/invented-words.ts'
import type { InventedAct, Part } from '../citations-exist/invented-act.ts'

/** One change that a legislator could make to an act. `null` where the act has nothing to make it in. */
type Edit = (act: InventedAct, random: Random) => InventedAct | null

type Path = readonly number[]

/** Where every part of the act stands. */
function paths(parts: readonly Part[], above: Path = []): readonly { readonly path: Path; readonly part: Part }[] {
  return parts.flatMap((part, index) => {
    const path = [...above, index]
    return [{ path, part }, ...paths(part.parts, path)]
  })
}

function replaced(
  parts: readonly Part[],
  [at = 0, ...rest]: Path,
  change: (siblings: readonly Part[], index: number) => readonly Part[],
): readonly Part[] {
  if (rest.length === 0) return change(parts, at)
  return parts.map((part, index) => (index === at ? { ...part, parts: replaced(part.parts, rest, change) } : part))
}

const inOne =
  (wanted: (part: Part, siblings: readonly Part[]) => boolean, change: (part: Part, random: Random) => Part | readonly Part[]): Edit =>
  (act, random) => {
    const all = paths(act.chapters)
    const found = all.filter(({ part, path }) => wanted(part, siblingsOf(act, path)))
    if (found.length === 0) return null
    const { path } = random.pick(found)
    const chapters = replaced(act.chapters, path, (siblings, index) =>
      siblings.flatMap((part, own) => (own === index ? change(part, random) : [part])),
    )
    return { ...act, chapters }
  }

function siblingsOf({ chapters }: InventedAct, path: Path): readonly Part[] {
  return path.slice(0, -1).reduce((parts, index) => parts[index]?.parts ?? [], chapters)
}

const numbered = (parts: readonly Part[]): readonly Part[] => parts.map((part, index) => ({ ...part, number: String(index + 1) }))
const leaf = (unit: Part['unit'], number: string, random: Random): Part => ({
  unit,
  number,
  sentences: [inventedSentence(random, `nyt${random.int(1000, 9999)}`)],
  marks: [],
  repealed: false,
  parts: [],
})
const hasWords = ({ sentences, repealed }: Part) => sentences.length > 0 && !repealed
const hasStk = ({ unit, parts }: Part) => unit === 'paragraph' && parts.length > 1 && parts.every((part) => part.unit === 'stk')
const plainNumber = ({ number }: Part) => /^\d+$/.test(number)

export const EDITS: Readonly<Record<string, Edit>> = {
  'a word changed': inOne(hasWords, (part, random) => ({
    ...part,
    sentences: part.sentences.with(0, (part.sentences[0] ?? '').replace(/(\p{L}+)(?=\P{L}*$)/u, `ændret${random.int(10, 99)}`)),
  })),
  'a sentence added': inOne(
    ({ unit, parts, repealed }) => unit === 'stk' && parts.length === 0 && !repealed,
    (part, random) => ({
      ...part,
      sentences: [...part.sentences, inventedSentence(random, `nyt${random.int(1000, 9999)}`)],
    }),
  ),
  'a sentence taken out': inOne(
    ({ sentences, parts }) => sentences.length > 1 && parts.length === 0,
    (part) => ({
      ...part,
      sentences: part.sentences.slice(0, -1),
    }),
  ),
  'a stykke inserted, the rest renumbered': inOne(hasStk, (part, random) => {
    const at = random.int(0, part.parts.length)
    return { ...part, parts: numbered(part.parts.toSpliced(at, 0, leaf('stk', '', random))) }
  }),
  'a stykke taken out, the rest renumbered': inOne(hasStk, (part, random) => ({
    ...part,
    parts: numbered(part.parts.toSpliced(random.int(0, part.parts.length - 1), 1)),
  })),
  'two stykker changed about': inOne(hasStk, (part) => {
    const [first, second, ...rest] = part.parts
    return { ...part, parts: numbered([second, first, ...rest].filter((own) => own !== undefined)) }
  }),
  'a number added to a list': inOne(
    ({ parts }) => parts.length > 0 && parts.every((own) => own.unit === 'nr'),
    (part, random) => ({
      ...part,
      parts: [...part.parts, leaf('nr', String(part.parts.length + 1), random)],
    }),
  ),
  'a number taken out of a list': inOne(
    ({ parts }) => parts.length > 2 && parts.every((own) => own.unit === 'nr'),
    (part) => ({
      ...part,
      parts: part.parts.slice(0, -1),
    }),
  ),
  'a paragraph repealed': inOne(
    ({ unit, repealed }) => unit === 'paragraph' && !repealed,
    (part) => ({
      ...part,
      sentences: ['(Ophævet)'],
      marks: [],
      repealed: true,
      parts: [],
    }),
  ),
  'a paragraph taken out': inOne(
    ({ unit }, siblings) => unit === 'paragraph' && siblings.length > 1,
    () => [],
  ),
  'a paragraph inserted': inOne(
    (part, siblings) => part.unit === 'paragraph' && plainNumber(part) && !siblings.some(({ number }) => number === `${part.number}a`),
    (part, random) => [
      part,
      { ...part, number: `${part.number}a`, sentences: [], marks: [], repealed: false, parts: [leaf('stk', '1', random)] },
    ],
  ),
  'nothing but how lines are broken': (act) => ({ ...act }),
}
