import { expect, test } from 'vitest'
import { Draft } from '#utils/disclosure/intake/draft.ts'
import type { DocumentId } from '#utils/disclosure/model/screened-document.ts'

const draft = (pages: number): Draft => Object.assign(new Draft('d1' as DocumentId, 'a.pdf'), { pages, kind: 'pdf' })

test('a page that nothing was said of is listed: it never passes for clean', () => {
  const read = draft(3)
  read.add('body', 'tekst', { page: 1 })
  read.add('annotation', 'en kommentar', { page: 2 })
  read.skip('unreadable-picture', 3)
  expect(read.done().notScreened.map(({ page, why }) => [page, why])).toEqual([
    [3, 'unreadable-picture'],
    [2, 'no-text'],
  ])
})

test('a document with nothing but a name is empty; one that was refused as a whole says so once', () => {
  expect(draft(0).done().notScreened).toMatchObject([{ page: null, why: 'empty' }])
  const refused = draft(2)
  refused.skip('password')
  expect(refused.done().notScreened).toMatchObject([{ page: null, why: 'password' }])
})

test('a document of which all was read has nothing listed', () => {
  const read = draft(1)
  read.add('recognised', 'tekst', { page: 1 })
  expect(read.done().notScreened).toEqual([])
})
