import type { CitationAnswer, CitationsAnswer } from '#proxy/contract/knowledge.ts'
import type { Random } from '../support/random.ts'
import { drawTarget, expectedMarks, written } from './cases.ts'
import { falseCitation } from './false-citations.ts'
import type { InventedAct } from './invented-act.ts'
import { spell, spellPlace, type Spelt } from './spellings.ts'

/** What is put to the proof: the knowledge service, or a spoilt one. */
export type Cite = (ask: { readonly text: string; readonly act?: string | undefined }) => Promise<CitationsAnswer>

export interface Failure {
  readonly what: 'lost' | 'wrong passage' | 'invented resolved'
  readonly kind: string
  readonly text: string
}

export interface Judged {
  readonly examined: number
  readonly failures: readonly Failure[]
}

/** Draws citations, half of them made up, and judges what each is led to. */
export async function judge(
  cite: Cite,
  library: readonly InventedAct[],
  draw: { readonly random: Random; readonly count: number },
): Promise<Judged> {
  const failures: Failure[] = []
  for (let index = 0; index < draw.count; index += 1) {
    const failure = index % 2 === 0 ? await judgeTrue(cite, library, draw.random) : await judgeFalse(cite, library, draw.random)
    if (failure) failures.push(failure)
  }
  return { examined: draw.count, failures }
}

async function judgeTrue(cite: Cite, library: readonly InventedAct[], random: Random): Promise<Failure | null> {
  const act = random.pick(library)
  const target = drawTarget(random, act)
  const spelt = spell(random, act, spellPlace(random, written(target, random)))
  const { citations } = await ask(cite, spelt)
  const kind = target.steps.at(-1)?.unit ?? ''
  const [answer, ...others] = citations
  if (!answer || others.length > 0 || answer.status !== 'found') return { what: 'lost', kind, text: `${spelt.text} [${spelt.context}]` }
  const isRight = isExact(answer, act, expectedMarks(target))
  return isRight ? null : { what: 'wrong passage', kind, text: `${spelt.text} [${spelt.context}]` }
}

/** Every passage holds the marks of its part and no other's, and stands in the text that was cited. */
function isExact({ passages, more }: CitationAnswer, act: InventedAct, expected: readonly (readonly string[])[]): boolean {
  // A long row is cut, and says how much is left out.
  if (passages.length === 0 || passages.length + more !== expected.length) return false
  return passages.every((passage, index) => {
    const marks = passage.text.match(/mk\w+z/g) ?? []
    return passage.act.number === act.number && passage.act.date === act.date && marks.join() === expected[index]?.join()
  })
}

async function judgeFalse(cite: Cite, library: readonly InventedAct[], random: Random): Promise<Failure | null> {
  const made = falseCitation(random, library)
  const { citations } = await ask(cite, made)
  const resolved = citations.some(({ status }) => status === 'found' || (status === 'repealed') !== (made.isRepealed === true))
  return resolved ? { what: 'invented resolved', kind: made.kind, text: `${made.text} [${made.context}]` } : null
}

function ask(cite: Cite, { text, context }: Spelt): Promise<CitationsAnswer> {
  return cite(context === null ? { text } : { text, act: context })
}
