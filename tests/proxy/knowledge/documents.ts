import { day } from '#utils/domain/calendar-day.ts'
import type { KnowledgeDocument } from '#utils/knowledge/document.ts'
import { draft, layOut, type Draft } from '#utils/knowledge/draft.ts'

/** A part of a document. */
export function part(unit: Draft['unit'], number: string, ...content: (string | Draft)[]): Draft {
  const made = draft(unit, number)
  made.content.push(...content)
  return made
}

export function headed(heading: string, ...content: (string | Draft)[]): Draft {
  return { ...part('part', '', ...content), heading }
}

interface Given {
  readonly title: string
  readonly number: number
  readonly from: string
  readonly to?: string
  readonly checksum?: string
}

/** An invented consolidated act. */
export function act({ title, number, from, to, checksum = `${number}${from}`.padEnd(12, '0') }: Given, ...top: Draft[]): KnowledgeDocument {
  const year = Number(from.slice(0, 4))
  return {
    kind: 'law',
    title,
    names: [],
    type: 'LBK',
    number,
    year,
    signed: from,
    eli: `eli/lta/${year}/${number}`,
    accession: null,
    validFrom: day(from),
    validTo: to === undefined ? null : day(to),
    source: { name: `${number}.xml`, checksum, format: 'lex-dania' },
    nodes: layOut(top),
  }
}

/** A procedure of an invented municipality. */
export function procedure(name: string, checksum: string, ...top: Draft[]): KnowledgeDocument {
  return {
    ...act({ title: name, number: 0, from: '2020-01-01' }, ...top),
    kind: 'procedure',
    type: null,
    number: null,
    year: null,
    signed: null,
    eli: null,
    validFrom: null,
    source: { name: `${name}.md`, checksum: checksum.padEnd(12, '0'), format: 'markdown' },
  }
}
