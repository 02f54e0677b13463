import { useMemo } from 'react'
import type { ScreenedDocument } from '#utils/disclosure/model/screened-document.ts'
import { chooseExtracts } from '#utils/disclosure/review/act.ts'
import { isPassage, passagesOf } from '#utils/disclosure/workbench/passages.ts'
import { ExtractPicker } from '#components/disclosure/extract-picker.tsx'
import type { Review } from './use-review.ts'

/** What is handed out of a document that is extracted. */
export function ExtractView({ document, review }: { readonly document: ScreenedDocument; readonly review: Review }) {
  const passages = useMemo(() => passagesOf(document), [document])
  const chosen = review.state.choices.extracts.get(document.id) ?? []
  const change = (id: string, on: boolean) => {
    const wanted = passages.filter((passage) => (passage.id === id ? on : chosen.some((fact) => isPassage(fact, passage))))
    const facts = wanted.map(({ page, source, start, end }) => ({ page, source, start, end }))
    review.act((state, at) => chooseExtracts(state, document.id, facts, at))
  }
  return (
    <ExtractPicker
      passages={passages.map((passage) => ({ ...passage, chosen: chosen.some((fact) => isPassage(fact, passage)) }))}
      onChange={change}
    />
  )
}
