import { parseCalendarDay, type CalendarDay } from '../../utils/domain/calendar-day.ts'
import type { ActRef } from '../../utils/knowledge/citation.ts'
import { layOut } from '../../utils/knowledge/draft.ts'
import { readReferences } from '../../utils/knowledge/read-references.ts'
import type { KnowledgeKind } from '../../utils/knowledge/register.ts'
import { tokenise } from '../../utils/knowledge/tokens.ts'
import type { Block, ReadBlocks } from './blocks.ts'
import { ImportError } from './import-error.ts'
import { lawDrafts } from './law-drafts.ts'
import { commencementOf } from './lex-dania/commencement.ts'
import type { ReadLaw } from './lex-dania/read.ts'
import { procedureDrafts } from './procedure-drafts.ts'

type NumberRef = Extract<ActRef, { readonly form: 'number' }>

/** So far into a text its own number is looked for: further down other acts are cited. */
const HEAD_BLOCKS = 8

export interface PlainOptions {
  readonly kind: KnowledgeKind
  /** The title of a document that has none of its own: its file's name. */
  readonly fileName: string
}

/** A document out of headings and text, whatever file they came from. @throws ImportError */
export function plainDocument(read: ReadBlocks, { kind, fileName }: PlainOptions): ReadLaw {
  const { blocks, front } = read
  const nodes = layOut(kind === 'law' ? lawDrafts(blocks) : procedureDrafts(blocks))
  if (!nodes.some(({ own }) => own !== '')) throw new ImportError('no-text')
  const { type, number, year, date } = kind === 'law' ? ownNumber(blocks) : NO_NUMBER
  return {
    title: titleOf(read, kind) ?? fileName.replace(/\.[^.]+$/u, ''),
    names: front.short === undefined ? [] : [front.short],
    type,
    number,
    year,
    signed: date,
    eli: eliOf(type, year, number),
    accession: null,
    validFrom: dayOf(front.validFrom) ?? commencementOf(type, nodes) ?? dayOf(date),
    validTo: dayOf(front.validTo),
    nodes,
  }
}

function dayOf(text: string | null | undefined): CalendarDay | null {
  return parseCalendarDay(text ?? '')
}

interface OwnNumber {
  readonly type: NumberRef['type'] | null
  readonly number: number | null
  readonly year: number | null
  readonly date: string | null
}

const NO_NUMBER: OwnNumber = { type: null, number: null, year: null, date: null }

/** What it says is its title, else its first heading; of an act, the first that is not just its number. */
function titleOf({ blocks, front }: ReadBlocks, kind: KnowledgeKind): string | undefined {
  const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
  const all = front.title === undefined ? headings : [front.title, ...headings]
  const named =
    kind === 'law' ? all.find((title) => /^(?!.*\bnr\.?\s\d).*(?:lov|bekendtgørelse|vejledning|cirkulære)/iu.test(title)) : undefined
  return named ?? all[0]
}

/** "LBK nr 280 af 01/03/2024" on a line of its own near the top: what the text is, not what it cites. */
function ownNumber(blocks: readonly Block[]): OwnNumber {
  for (const { text } of blocks.slice(0, HEAD_BLOCKS)) {
    const [reference] = readReferences(tokenise(text))
    if (reference?.from === 0 && reference.ref.form === 'number' && reference.ref.year !== null) return reference.ref
  }
  return NO_NUMBER
}

function eliOf(type: NumberRef['type'] | null, year: number | null, number: number | null): string | null {
  if (type === null || type === 'FOR' || year === null) return null
  return `eli/${IN_GAZETTE_A.has(type) ? 'lta' : 'retsinfo'}/${year}/${number}`
}

const IN_GAZETTE_A: ReadonlySet<NumberRef['type']> = new Set(['LOV', 'LBK', 'BEK'])
