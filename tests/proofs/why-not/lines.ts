import type { RuleSource } from '#build/rule-source.ts'
import type { Condition, Explanation } from '#utils/domain/explanation.ts'

/** One line of an explanation: a condition that holds no others, with what it shows. */
export interface Line {
  readonly id: string
  readonly feel: string
  readonly shown: string
  readonly outcome: Condition['outcome']
}

export function linesOf({ applies, met }: Explanation): readonly Line[] {
  return [...flat(applies, 'applies'), ...(met === null ? [] : flat(met, 'met'))]
}

function flat(condition: Condition, id: string): readonly Line[] {
  const { parts, feel, outcome, facts, text } = condition
  if (parts.length > 0) return parts.flatMap((part, index) => flat(part, `${id}.${index}`))
  const values = facts.map(({ key, row, value }) => [key, row, value === undefined ? 'unread' : value])
  return [{ id, feel, outcome, shown: JSON.stringify([text, outcome, values]) }]
}

/**
 * Whether a line depends on a fact, by its FEEL text alone, read as text: names of other conditions put in, texts in
 * quotes left out, then looked for the key, or for the list that the fact is a row of.
 */
export function dependsOn(
  line: Pick<Line, 'feel'>,
  fact: { readonly key: string; readonly list: string | null },
  source: RuleSource,
  from: string,
): boolean {
  const version = source.versions.find((own) => own.from === from)
  const feel = expanded(line.feel, version?.conditions ?? {}, 0).replace(/"(?:[^"\\]|\\.)*"/g, '""')
  if (fact.list === null) return mentions(feel, fact.key)
  return fact.list === source.forEach ? mentions(feel, fact.key) || usesList(feel, fact.list) : usesList(feel, fact.list)
}

function expanded(feel: string, conditions: RuleSource['versions'][number]['conditions'], depth: number): string {
  if (depth > 8) return feel
  return feel.replace(/(?<![\w."])[a-z][A-Za-z0-9]*(?![\w."(])/g, (name) => {
    const own = Object.hasOwn(conditions, name) ? conditions[name] : undefined
    return own === undefined ? name : `(${expanded(own.feel, conditions, depth + 1)})`
  })
}

const mentions = (feel: string, key: string) => new RegExp(`(?<![\\w.])${key.replace('.', '\\.')}(?![\\w])`).test(feel)

/** The list itself, not one field of the row that a rule is looking at. */
const usesList = (feel: string, list: string) =>
  new RegExp(`(?<![\\w.])${list}(?![\\w.])|(?<![\\w.])${list}\\[|\\bin ${list}\\b`).test(feel)
