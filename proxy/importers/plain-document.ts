import { parseCalendarDay } from '../../utils/domain/calendar-day.ts'
import type { ActRef } from '../../utils/knowledge/citation.ts'
import { layOut } from '../../utils/knowledge/draft.ts'
import { readReferences } from '../../utils/knowledge/read-references.ts'
import type { KnowledgeKind } from '../../utils/knowledge/register.ts'
import { tokenise } from '../../utils/knowledge/tokens.ts'
import type { Block, ReadBlocks } from './blocks.ts'
import { ImportError } from './import-error.ts'
import { lawDrafts } from './law-drafts.ts'
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
export function plainDocument({ blocks, front }: ReadBlocks, { kind, fileName }: PlainOptions): ReadLaw {
  const nodes = layOut(kind === 'law' ? lawDrafts(blocks) : procedureDrafts(blocks))
  if (!nodes.some(({ own }) => own !== '')) throw new ImportError('no-text')
  const heading = blocks.find((block) => block.kind === 'heading')?.text
  const ref = kind === 'law' ? ownNumber(blocks) : null
  const validFrom = parseCalendarDay(front.validFrom ?? '') ?? parseCalendarDay(ref?.date ?? '')
  return {
    title: front.title ?? heading ?? fileName.replace(/\.[^.]+$/u, ''),
    names: front.short === undefined ? [] : [front.short],
    type: ref?.type ?? null,
    number: ref?.number ?? null,
    year: ref?.year ?? null,
    signed: ref?.date ?? null,
    eli: eliOf(ref),
    accession: null,
    validFrom,
    validTo: parseCalendarDay(front.validTo ?? ''),
    nodes,
  }
}

/** "LBK nr 280 af 01/03/2024" on a line of its own near the top: what the text is, not what it cites. */
function ownNumber(blocks: readonly Block[]): NumberRef | null {
  for (const { text } of blocks.slice(0, HEAD_BLOCKS)) {
    const [reference] = readReferences(tokenise(text))
    if (reference?.from === 0 && reference.ref.form === 'number' && reference.ref.year !== null) return reference.ref
  }
  return null
}

function eliOf(ref: NumberRef | null): string | null {
  if (ref === null || ref.year === null || ref.type === 'FOR') return null
  const series = ref.type === 'LOV' || ref.type === 'LBK' || ref.type === 'BEK' ? 'lta' : 'retsinfo'
  return `eli/${series}/${ref.year}/${ref.number}`
}
