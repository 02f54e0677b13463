import type { ExportOrder } from '#utils/disclosure/export/export-file.ts'
import type { MadeFile } from './make-file.ts'

export function orderOf({ item }: MadeFile): ExportOrder {
  const { outcome } = item.plan
  const line = {
    number: 1,
    title: item.document.name,
    date: '2026-03-02',
    pages: Math.max(1, item.document.pages),
    outcome,
    paragraphs: ['FVL § 15 b'],
  }
  return { items: [item], released: [], cover: { regime: 'party', list: [line], logHead: 'a'.repeat(64), today: '2026-11-24' } }
}
