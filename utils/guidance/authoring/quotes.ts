import type { KnowledgeDocument } from '#utils/knowledge/document.ts'
import { memoryShelf } from '#utils/knowledge/memory-shelf.ts'
import { parseCitations } from '#utils/knowledge/parse-citations.ts'
import { resolveCitation } from '#utils/knowledge/resolve-citation.ts'
import type { PackRule, PackVersion } from '../pack-schema.ts'
import type { AuthorProblem } from './problem.ts'

/** What an author quotes: words between » and «, as Danish law quotes. */
export function quotesIn(text: string): readonly string[] {
  return [...text.matchAll(/»([^»«]+)«/g)].map(([, quote = '']) => quote)
}

/**
 * Every quote in a rule stands letter for letter in the law given, and every citation of an act that is given leads to
 * something in it on the version's first day. Line breaks and hard spaces of the law do not count; all else does.
 */
export async function lawProblems(rule: PackRule, law: readonly KnowledgeDocument[]): Promise<readonly AuthorProblem[]> {
  const texts = law.flatMap(({ nodes }) => nodes.map(({ text }) => even(text)))
  const quoted = rule.versions.flatMap((version) => missingQuotes(rule, version, texts))
  const cited = await Promise.all(rule.versions.map((version) => missingPlaces(rule, version, law)))
  return [...quoted, ...cited.flat()]
}

function missingQuotes(rule: PackRule, version: PackVersion, texts: readonly string[]): readonly AuthorProblem[] {
  const places = [rule.title, rule.text, version.note ?? '', ...version.cites.map(({ text }) => text)]
  const quotes = [...new Set(places.flatMap(quotesIn))]
  return quotes
    .filter((quote) => !texts.some((text) => text.includes(even(quote))))
    .map((quote) => ({ rule: rule.id, code: 'quote', text: `version ${version.from}: citatet »${quote}« står ikke i loven.` }))
}

async function missingPlaces(
  rule: PackRule,
  { from, cites }: PackVersion,
  law: readonly KnowledgeDocument[],
): Promise<readonly AuthorProblem[]> {
  const shelf = memoryShelf(law, from)
  const problems: AuthorProblem[] = []
  for (const { text } of cites) {
    for (const citation of parseCitations(text)) {
      const answer = await resolveCitation(citation, shelf, { on: from, context: null })
      const lost = (answer.status === 'not-found' && answer.missing !== 'act') || answer.status === 'repealed'
      if (lost) problems.push({ rule: rule.id, code: 'citation', text: `version ${from}: «${text}» findes ikke i loven den dag.` })
    }
  }
  return problems
}

const even = (text: string) => text.replace(/\s+/g, ' ').trim()
