import { FACT_CATALOGUE, type FactKey, factDefinition, type GroupName, isListGroup, keysOfGroup } from '#utils/domain/fact-catalogue.ts'

type Tree = Readonly<Record<string, unknown>>
export interface RuleTexts {
  readonly title?: string
  readonly text?: string
  readonly label?: string
  readonly cite?: string
  readonly note?: string
  readonly condition?: string
}

const yes: Tree = { op: 'boolean', value: true }
const expression = (feel: string, tree: Tree) => ({ feel, tree })

interface Shape {
  readonly id: string
  readonly texts: RuleTexts
  readonly met: Tree
  readonly forEach?: string | null
  readonly anchor?: FactKey | null
}

/** A rule that always speaks up, with the texts given. A text that is too long for its place is left to the others. */
function rule({ id, texts, met, forEach = null, anchor = null }: Shape) {
  const fit = (text: string | undefined, longest: number, other: string) => (text !== undefined && text.length <= longest ? text : other)
  return {
    id,
    title: fit(texts.title, 90, `Regel ${id}`),
    text: fit(texts.text, 240, `Tekst ${id}`),
    audience: 'Alle',
    kind: 'next-action',
    forEach,
    anchor,
    versions: [
      {
        from: '2014-01-01',
        to: null,
        status: 'in-force',
        severity: 'H',
        cites: [{ text: fit(texts.cite, 160, `§ ${id}`) }],
        decidedBy: expression('today', { op: 'today' }),
        applies: expression('true', { op: 'named', text: fit(texts.condition, 400, 'Altid'), feel: 'true', of: yes }),
        met: expression('false', met),
        due: null,
        warnFrom: null,
        action: { label: fit(texts.label, 80, 'Gå til journalen'), link: 'journal' },
        confidence: 'seen',
        review: null,
        note: fit(texts.note, 600, 'Ingen'),
      },
    ],
  }
}

/** Each text in every place that a pack has. */
export function packOfTexts(texts: readonly string[]) {
  const rules = texts.map((text, at) =>
    rule({
      id: `text-${at}`,
      met: { op: 'boolean', value: false },
      texts: { title: text, text, label: text, cite: text, note: text, condition: text },
    }),
  )
  return { format: 1, id: 'hostile', version: '1', title: 'Prøve', rules }
}

/** One rule for each text that a case can have; its answer rests on the text, so that the text is shown. */
export function packOfFacts(more: readonly string[] = []) {
  const keys = (Object.keys(FACT_CATALOGUE) as GroupName[])
    .flatMap((group) => keysOfGroup(group))
    .filter((key) => factDefinition(key)?.type === 'text')
  const rules = keys.map((key, at) => {
    const [group = ''] = key.split('.')
    const list = isListGroup(group)
    const value: Tree = list ? { op: 'field', slot: 0, key } : { op: 'fact', key }
    return rule({
      id: `fact-${at}`,
      texts: {},
      forEach: list ? group : null,
      anchor: key,
      met: { op: 'compare', rel: '=', left: value, right: { op: 'text', value: 'findes ikke' } },
    })
  })
  return { format: 1, id: 'facts', version: '1', title: 'Prøve', rules: [...rules, ...packOfTexts(more).rules] }
}
