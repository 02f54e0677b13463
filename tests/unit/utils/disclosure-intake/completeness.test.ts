import { expect, test } from 'vitest'
import { completenessOf, confirmationKey } from '#utils/disclosure/intake/completeness.ts'
import type { IntakeDocument } from '#utils/disclosure/intake/intake.ts'
import type { DocumentId } from '#utils/disclosure/model/screened-document.ts'

const id = 'd1' as DocumentId
const body = (page: number) => ({ page, source: 'body', text: 'tekst', boxes: [] }) as const
const document = (more: Partial<IntakeDocument>): IntakeDocument => ({
  id,
  item: 0,
  name: 'a.pdf',
  kind: 'pdf',
  pages: 2,
  bytes: new Uint8Array(),
  parts: [body(1), body(2)],
  notScreened: [],
  ...more,
})
const none = new Set<string>()

test('it ends when as many were screened as are listed, and every page was read', () => {
  expect(completenessOf({ listed: 1, given: 1, documents: [document({})], confirmed: none }).mayEnd).toBe(true)
})

test('it does not end with an item too few, an item too many, or nobody having counted', () => {
  const documents = [document({})]
  expect(completenessOf({ listed: 2, given: 1, documents, confirmed: none })).toMatchObject({ missing: 1, mayEnd: false })
  expect(completenessOf({ listed: 0, given: 1, documents, confirmed: none })).toMatchObject({ missing: -1, mayEnd: false })
  expect(completenessOf({ listed: null, given: 1, documents, confirmed: none })).toMatchObject({ missing: null, mayEnd: false })
})

test('it does not end while an input gave nothing, or a page nobody spoke of', () => {
  expect(completenessOf({ listed: 2, given: 2, documents: [document({})], confirmed: none })).toMatchObject({ lost: [1], mayEnd: false })
  const documents = [document({ parts: [body(2)] })]
  expect(completenessOf({ listed: 1, given: 1, documents, confirmed: none })).toMatchObject({ silent: [{ page: 1 }], mayEnd: false })
})

test('each page that was not screened is confirmed for itself', () => {
  const notScreened = [1, 2].map((page) => ({ document: id, page, why: 'no-text' as const }))
  const documents = [document({ parts: [], notScreened })]
  const keys = notScreened.map(confirmationKey)
  const ends = (confirmed: readonly string[]) => completenessOf({ listed: 1, given: 1, documents, confirmed: new Set(confirmed) }).mayEnd
  expect([ends([]), ends(keys.slice(0, 1)), ends(keys)]).toEqual([false, false, true])
})
