import { useMemo, useState } from 'react'
import type { MisfiledPart } from '#utils/disclosure/misfiled/find-misfiled.ts'
import type { DocumentId } from '#utils/disclosure/model/screened-document.ts'
import { decideDocument } from '#utils/disclosure/review/act.ts'
import { outcomesOf } from '#utils/disclosure/review/outcome.ts'
import { misfiledId } from '#utils/disclosure/workbench/heat.ts'
import type { MisfiledLine } from '#components/disclosure/misfiled-list.tsx'
import type { Review } from './use-review.ts'

export interface Misfiled {
  readonly lines: readonly MisfiledLine[]
  readonly open: number
  readonly answer: (id: string, answer: 'withheld' | 'belongs') => void
  readonly placeOf: (id: string) => { readonly document: DocumentId; readonly page: number | null } | null
}

/** What is somebody else's, and what a person says of each. A document that is taken out is decided like any other, and undone like it. */
export function useMisfiled(parts: readonly MisfiledPart[], review: Review | null): Misfiled {
  const [belongs, setBelongs] = useState<ReadonlySet<string>>(new Set())
  const lines = useMemo(() => (review ? parts.map((part) => lineOf(part, review, belongs)) : []), [parts, review, belongs])
  const find = (id: string) => parts.find((part) => misfiledId(part) === id) ?? null
  return {
    lines,
    open: lines.filter(({ answer }) => answer === null).length,
    placeOf: (id) => {
      const part = find(id)
      return part && { document: part.document, page: part.from }
    },
    answer: (id, answer) => {
      const part = find(id)
      if (part === null) return
      if (answer === 'belongs') setBelongs((before) => new Set([...before, id]))
      else review?.act((state, at) => decideDocument(state, part.document, { kind: 'withhold', reason: 'misfiled' }, at))
    },
  }
}

function lineOf(part: MisfiledPart, { state }: Review, belongs: ReadonlySet<string>): MisfiledLine {
  const id = misfiledId(part)
  const { from, to, whole, reasons } = part
  const withheld = outcomesOf(state).get(part.document) === 'withheld'
  const name = state.setup.documents.find((document) => document.id === part.document)?.name ?? ''
  return { id, document: name, from, to, whole, reasons, answer: withheld ? 'withheld' : belongs.has(id) ? 'belongs' : null }
}
