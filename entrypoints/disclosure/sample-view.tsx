import { useMemo } from 'react'
import type { ScreenedDocument } from '#utils/disclosure/model/screened-document.ts'
import { AddFinding } from '#components/disclosure/add-finding.tsx'
import { SampleStep } from '#components/disclosure/sample-step.tsx'
import type { Review } from './use-review.ts'
import type { Sample } from './use-sample.ts'
import { usePictures, type BytesOf } from './use-pictures.ts'

export interface SampleViewProps {
  readonly documents: readonly ScreenedDocument[]
  readonly review: Review
  readonly sample: Sample
  readonly bytesOf: BytesOf
  readonly onDone: () => void
}

/** Step 4, wired. */
export function SampleView({ documents, review, sample, bytesOf, onDone }: SampleViewProps) {
  const { page } = sample
  const document = page && (documents.find(({ id }) => id === page.document) ?? null)
  const draw = usePictures(document, bytesOf)
  const text = useMemo(() => textOf(document, page?.page ?? null), [document, page])
  return (
    <SampleStep
      {...sample}
      page={document && page && { document, page: page.page, text }}
      draw={page && page.page !== null ? draw : null}
      add={<AddFinding onAdd={review.add} />}
      onAnswer={sample.answer}
      onMore={sample.more}
      onDone={onDone}
    />
  )
}

function textOf(document: ScreenedDocument | null, page: number | null): string {
  const parts = document?.parts.filter((part) => part.page === page) ?? []
  return parts.map(({ text }) => text).join('\n\n')
}
