import { isRelative, type Citation } from '#utils/knowledge/citation.ts'
import { outlineOf, type DocumentNode, type KnowledgeDocument } from '#utils/knowledge/document.ts'
import { sentenceList } from '#utils/knowledge/draft.ts'
import { foldWords } from '#utils/knowledge/fold.ts'
import { formatPlace } from '#utils/knowledge/format-citation.ts'
import { memoryShelf } from '#utils/knowledge/memory-shelf.ts'
import { parseCitations } from '#utils/knowledge/parse-citations.ts'
import type { Register } from '#utils/knowledge/register.ts'
import { resolveAct } from '#utils/knowledge/resolve-act.ts'
import { resolvePlace, type Place } from '#utils/knowledge/resolve-place.ts'
import { day } from '#utils/domain/calendar-day.ts'
import type { PackRule } from '../pack-schema.ts'

/** A rule's citation that stands for other words in the new text of the act than in the old. */
export interface TouchedRule {
  readonly rule: string
  readonly versionFrom: string
  readonly citation: string
  /** "§ 31, stk. 2"; empty for the act as a whole. */
  readonly place: string
  /** The words in each text; `null` where the place is not in it. */
  readonly before: string | null
  readonly after: string | null
}

type CitingRule = Pick<PackRule, 'id'> & { readonly versions: readonly Pick<PackRule['versions'][number], 'from' | 'cites'>[] }

const ANY_DAY = day('1900-01-01')

/** "Berørte regler": which rules cite a place whose words, or what stands below it, differ between two texts of one act. */
export async function touchedRules(
  rules: readonly CitingRule[],
  before: KnowledgeDocument,
  after: KnowledgeDocument,
): Promise<readonly TouchedRule[]> {
  const act = { before, after, register: await memoryShelf([before, after], ANY_DAY).register() }
  return rules.flatMap((rule) =>
    rule.versions.flatMap(({ from, cites }) =>
      cites.flatMap(({ text, eli }) =>
        citedIn(text)
          .filter((citation) => isOfAct(citation, eli, act))
          .flatMap((citation) => difference(citation, act))
          .map((found) => ({ rule: rule.id, versionFrom: from, citation: text, ...found })),
      ),
    ),
  )
}

type Cited = Pick<Citation, 'acts' | 'steps'>

/** The places that a text cites. A text that begins with an act and names no place means the act as a whole. */
function citedIn(text: string): readonly Cited[] {
  const citations = parseCitations(text)
  const act = { form: 'words', side: 'after', words: foldWords(text.split(/[(,;:]/)[0] ?? ''), pauses: [], named: true } as const
  return citations.length > 0 ? citations : [{ acts: [act], steps: [] }]
}

interface TwoTexts {
  readonly before: KnowledgeDocument
  readonly after: KnowledgeDocument
  readonly register: Register
}

/** A place that names no act belongs to the act whose address stands beside it. */
function isOfAct(citation: Cited, eli: string | undefined, { before, after, register }: TwoTexts): boolean {
  if (isRelative(citation)) return false
  const named = resolveAct(citation.acts, register, null)
  if (named.found === 'none') return eli !== undefined && (eli === before.eli || eli === after.eli)
  return named.found === 'works'
}

function difference({ steps }: Cited, { before, after }: TwoTexts): readonly Pick<TouchedRule, 'place' | 'before' | 'after'>[] {
  const [old, now] = [contentAt(before, steps), contentAt(after, steps)]
  if (old?.compared === now?.compared) return []
  return [{ place: formatPlace(steps), before: old?.words ?? null, after: now?.words ?? null }]
}

interface Content {
  /** What counts as the same: words, numbers and order, not how lines are broken. */
  readonly compared: string
  readonly words: string
}

function contentAt(document: KnowledgeDocument, steps: Citation['steps']): Content | null {
  const { nodes } = document
  const top = nodes.flatMap(({ parent }, node) => (parent === -1 ? [{ node, sentence: null }] : []))
  const answer = steps.length === 0 ? null : resolvePlace(outlineOf(document, String), steps)
  if (answer?.found === 'none') return null
  const places = answer === null ? top : answer.places
  const parts = places.map((place) => contentOf(nodes, place))
  return { compared: JSON.stringify(parts.map(({ compared }) => compared)), words: parts.map(({ words }) => words).join('\n') }
}

function contentOf(nodes: readonly DocumentNode[], { node, sentence }: Place): Content {
  const part = nodes[node]
  if (part === undefined) return { compared: '', words: '' }
  if (sentence === null) return { compared: JSON.stringify(signature(nodes, node)), words: part.text }
  const words = sentenceList(part.own)[sentence - 1] ?? ''
  return { compared: even(words), words }
}

type Signature = readonly [words: string, repealed: boolean, below: readonly (readonly [string, string, Signature])[]]

function signature(nodes: readonly DocumentNode[], at: number): Signature {
  const { own = '', repealed = false } = nodes[at] ?? {}
  const below = nodes.flatMap(({ parent, unit, number }, index) =>
    parent === at ? [[unit, number, signature(nodes, index)] as const] : [],
  )
  return [even(own), repealed, below]
}

const even = (text: string) => text.replace(/\s+/g, ' ').trim()
