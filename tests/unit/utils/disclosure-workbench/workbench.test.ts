import { describe, expect, it } from 'vitest'
import type { DocumentId, ScreenedDocument, TextPart } from '#utils/disclosure/model/screened-document.ts'
import type { Finding } from '#utils/disclosure/model/finding.ts'
import { decide } from '#utils/disclosure/review/act.ts'
import { startReview } from '#utils/disclosure/review/review-state.ts'
import { placesOf, addFindings } from '#utils/disclosure/workbench/add-findings.ts'
import { marksIn, textBeside } from '#utils/disclosure/workbench/beside.ts'
import { documentOfBatch } from '#utils/disclosure/workbench/batch.ts'
import { screenedItems } from '#utils/disclosure/workbench/count-items.ts'
import { passagesOf } from '#utils/disclosure/workbench/passages.ts'
import { allLike, groupsFor } from '#utils/disclosure/workbench/queue.ts'
import { readCpr } from '#utils/disclosure/workbench/read-cpr.ts'
import { pagesToSample } from '#utils/disclosure/workbench/pages-to-sample.ts'
import { reviewOf } from '#utils/disclosure/workbench/review-of.ts'

const part = (text: string, page: number | null = 1): TextPart => ({ page, source: 'body', text, boxes: [] })
const document = (id: string, parts: readonly TextPart[], kind: ScreenedDocument['kind'] = 'pdf'): ScreenedDocument => ({
  id: id as DocumentId,
  name: `${id}.pdf`,
  kind,
  pages: parts.length,
  parts,
  notScreened: [],
})
const finding = (of: ScreenedDocument, text: string, change: Partial<Finding> = {}): Finding => {
  const [first] = of.parts
  const start = first?.text.indexOf(text) ?? 0
  const at = { document: of.id, page: first?.page ?? null, source: 'body' as const, start, end: start + text.length }
  return { ...at, text, category: 'cpr', role: null, confidence: 'high', same: text, why: 'cpr-dash', ...change }
}
const review = (documents: readonly ScreenedDocument[], findings: readonly Finding[]) =>
  startReview({ documents, findings, regime: 'party', listed: documents.length, screened: documents.length, secondReader: false })

describe('a typed CPR number', () => {
  it.each([
    ['140752-6123', '1407526123', null],
    [' 140752 6123 ', '1407526123', null],
    ['140752–6123', '1407526123', null],
    ['', null, null],
    ['140752-61', null, null],
    ['320752-6123', null, 'De første seks tal er ikke en dato.'],
    ['140752-61234', null, 'Et CPR-nummer har ti tal.'],
    ['14o752-6123', null, 'Et CPR-nummer har kun tal.'],
  ])('%s', (typed, digits, fault) => expect(readCpr(typed)).toEqual({ digits, fault }))
})

describe('what a person adds by hand', () => {
  const letter = document('a', [part('Kim C. (nabo) ringede. KIM  C. (NABO) skrev.')])

  it('is found wherever it stands, with signs that mean something to a pattern', () => {
    expect(placesOf([letter], 'Kim C. (nabo)', 'person').map(({ text }) => text)).toEqual(['Kim C. (nabo)', 'KIM  C. (NABO)'])
    expect(placesOf([letter], '   ', 'person')).toEqual([])
    expect(placesOf([document('b', [part('a-b {c} [d] x|y $5 ^ \\ /')])], 'a-b {c} [d] x|y $5 ^ \\ /', 'person')).toHaveLength(1)
  })

  it('must be decided like the rest, and is not added twice', () => {
    const found = placesOf([letter], 'Kim C. (nabo)', 'person')
    const once = addFindings(review([letter], []), found, 1)
    expect(groupsFor(once, 'open', 'first-reader')).toHaveLength(1)
    expect(addFindings(once, found, 2).choices.added.size).toBe(2)
  })
})

describe('the text beside the page', () => {
  it('holds the whole text, with the finding in front marked as such', () => {
    const letter = document('a', [part('Fra 020361-5518 til 110948-7742.')])
    const [one, two] = [finding(letter, '020361-5518'), finding(letter, '110948-7742')]
    const pieces = textBeside(letter.parts[0] ?? part(''), two, [one, two], new Set())
    expect(pieces.map(({ text }) => text).join('')).toBe('Fra 020361-5518 til 110948-7742.')
    expect(pieces.filter(({ mark }) => mark !== null).map(({ text, mark }) => [text, mark])).toEqual([
      ['020361-5518', 'other'],
      ['110948-7742', 'current'],
    ])
  })
})

describe('the marks on the page', () => {
  it('stand about where the finding does on its line, and on the line whole where it is turned', () => {
    const wide = { left: 50, top: 100, right: 150, bottom: 112 }
    const text = 'Fra 020361-5518 til'
    const on = (box: typeof wide) => document('a', [{ ...part(text), boxes: [{ start: 0, end: text.length, box }] }])
    const [mark] = marksIn(review([on(wide)], []), on(wide), [finding(on(wide), '020361-5518')], null)
    expect(mark?.boxes[0]?.left).toBeGreaterThan(60)
    expect(mark?.boxes[0]?.right).toBeLessThan(140)
    const turned = { left: 50, top: 100, right: 60, bottom: 300 }
    expect(marksIn(review([on(turned)], []), on(turned), [finding(on(turned), '020361-5518')], null)[0]?.boxes).toEqual([turned])
  })
})

describe('one key for all alike', () => {
  const letter = document('a', [part('020361-5518 110948-7742 230577-6630 Aase Lindtorp Torben Prøvegaard')])
  const numbers = ['020361-5518', '110948-7742', '230577-6630'].map((text) => finding(letter, text))
  const names = ['Aase Lindtorp', 'Torben Prøvegaard'].map((text) => finding(letter, text, { category: 'person', role: 'uvedkommende' }))

  it('does what is usual, to what is open and of the same category and role', () => {
    const state = review([letter], [...numbers, ...names])
    const group = state.groups.find(({ categories }) => categories.includes('cpr'))
    expect(group && allLike(state, group, 'first-reader')).toMatchObject({ kind: 'redact', category: 'cpr', ids: { length: 3 } })
  })

  it('is not there where nothing is usual and nothing was decided, and then follows what was decided', () => {
    const state = review([letter], names)
    const [first, second] = state.groups
    expect(first && allLike(state, first, 'first-reader')).toBeNull()
    const third = finding(letter, 'Lindtorp', { category: 'person', role: 'uvedkommende', same: 'x' })
    const more = review([letter], [...names, third])
    const decided = decide(more, more.groups[0]?.ids ?? [], { kind: 'release' }, 1)
    expect(second && allLike(decided, more.groups[1] ?? second, 'first-reader')?.kind).toBe('release')
  })
})

describe('the work as a whole', () => {
  it('keeps decisions when files are added, and asks about what is new', () => {
    const [a, b] = [document('1.d1', [part('020361-5518')]), document('2.d1', [part('110948-7742')])]
    const before = review([a], [finding(a, '020361-5518')])
    const decided = decide(before, before.groups[0]?.ids ?? [], { kind: 'redact' }, 1)
    const setup = { ...decided.setup, documents: [a, b], findings: [finding(a, '020361-5518'), finding(b, '110948-7742')] }
    const after = reviewOf(setup, decided)
    expect(after.choices.first.size).toBe(1)
    expect(groupsFor(after, 'open', 'first-reader')).toHaveLength(1)
    expect(after.past).toEqual([])
  })

  it('keeps documents of two lots apart', () => {
    const notScreened = [{ document: 'd1' as DocumentId, page: 1, why: 'no-text' as const }]
    const read = { ...document('d1', [part('x')]), notScreened, attached: true as const, item: 0, bytes: new Uint8Array(9) }
    const kept = documentOfBatch(read, 2)
    expect(kept).toMatchObject({ id: '2.d1', attached: true, notScreened: [{ document: '2.d1' }] })
    expect(kept).not.toHaveProperty('bytes')
  })

  it('counts what is in an archive and not the archive, a letter and not what is attached to it', () => {
    const attachment = { ...document('c', [part('y')]), attached: true as const }
    expect(screenedItems([document('a', [], 'archive'), document('b', [part('x')]), attachment])).toBe(1)
    const closed = { ...document('d', [], 'archive'), notScreened: [{ document: 'd' as DocumentId, page: null, why: 'corrupt' as const }] }
    expect(screenedItems([closed])).toBe(1)
  })

  it('samples pages that nobody looked at: the citizen’s own name does not count as looked at, others’ data does', () => {
    const letter = document('a', [part('Mette Solbakke', 1), part('020361-5518', 2), part('intet', 3)])
    const own = finding(letter, 'Mette Solbakke', { category: 'person', role: 'borger' })
    const state = review([letter], [own, { ...finding(letter, 'x'), page: 2, start: 0, end: 11 }])
    expect(pagesToSample(state).map(({ page }) => page)).toEqual([1, 3])
  })

  it('offers a document line by line to be extracted', () => {
    const [first] = passagesOf(document('a', [part('En linje\n\n  To  \n')]))
    expect(first).toMatchObject({ text: 'En linje', start: 0, end: 8 })
    expect(passagesOf(document('a', [part('En linje\n\n  To  \n')]))).toHaveLength(2)
  })
})
