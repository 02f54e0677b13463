import { describe, expect, it } from 'vitest'
import { SwitchBook } from '#proxy/guidance/switch-book.ts'
import type { EntryContent } from '#proxy/guidance/log-entry.ts'
import { content, logOf } from './make-entry.ts'

function bookOf(...contents: readonly Partial<EntryContent>[]): SwitchBook {
  const book = new SwitchBook()
  book.add(logOf(contents.map(content), null))
  return book
}

const about = (action: EntryContent['action'], entry: number, over: Partial<EntryContent> = {}): Partial<EntryContent> => ({
  action,
  about: entry,
  on: null,
  ...over,
})
const layersOf = (book: SwitchBook, ...units: string[]) => book.layers(units).map(({ entry, on }) => [entry, on])

describe('the book', () => {
  it('adds each line once, in order, whatever it is given', () => {
    const lines = logOf([content(), content({ on: true }), content({ switch: 'rule:b' })], null)
    const book = new SwitchBook()
    book.add(lines.slice(1))
    expect(book.head).toBe(0)
    book.add(lines.slice(0, 2))
    book.add(lines)
    expect(book.head).toBe(3)
    expect(layersOf(book, 'nord')).toEqual([
      [1, false],
      [2, true],
      [3, false],
    ])
  })

  it('counts what concerns a unit: its own lines and those for all', () => {
    const book = bookOf({ unit: 'nord' }, { unit: 'syd' }, { unit: '*' }, { unit: 'syd' })
    expect([book.revisionOf('nord'), book.revisionOf('syd'), book.revisionOf('vest'), book.newestFor('nord'), book.newestFor('*')]).toEqual(
      [3, 4, 3, 1, 3],
    )
  })

  it('lets a proposal do nothing until it is approved', () => {
    const proposed = bookOf({ action: 'propose' })
    expect(layersOf(proposed, 'nord')).toEqual([])
    expect(proposed.proposals(['nord']).map(({ entry }) => entry)).toEqual([1])
    const approved = bookOf({ action: 'propose', from: '2026-11-01' }, about('approve', 1, { from: '2026-11-24' }))
    expect(approved.proposals(['nord'])).toEqual([])
    // It holds from the day of approval, with the reason of the one who proposed it.
    expect(approved.layers(['nord'])).toMatchObject([{ entry: 2, on: false, from: '2026-11-24', reason: 'Vi prøver uden' }])
    const rejected = bookOf({ action: 'propose' }, about('reject', 1))
    expect([layersOf(rejected, 'nord'), rejected.proposals(['nord'])]).toEqual([[], []])
  })

  it('keeps a later first day when it is approved early', () => {
    const book = bookOf({ action: 'propose', from: '2026-12-24' }, about('approve', 1, { from: '2026-11-24' }))
    expect(book.layers(['nord'])).toMatchObject([{ from: '2026-12-24' }])
  })

  it('takes back, takes back the taking back, and so on', () => {
    const steps: Partial<EntryContent>[] = [{}, about('undo', 1), about('undo', 2), about('undo', 1), about('undo', 4)]
    const states = steps.map((_, index) => {
      const book = bookOf(...steps.slice(0, index + 1))
      return [layersOf(book, 'nord').length, book.holds(1)]
    })
    expect(states).toEqual([
      [1, true],
      [0, false],
      [1, true],
      [0, false],
      [1, true],
    ])
  })

  it('takes back by proposal and approval too', () => {
    const steps: Partial<EntryContent>[] = [{}, about('propose-undo', 1), about('approve', 2)]
    expect(layersOf(bookOf(...steps.slice(0, 2)), 'nord')).toHaveLength(1)
    expect(layersOf(bookOf(...steps), 'nord')).toHaveLength(0)
    expect(layersOf(bookOf(...steps, about('undo', 3)), 'nord')).toHaveLength(1)
  })

  it('knows whether taking back would switch off', () => {
    const book = bookOf({ on: false }, { on: true }, about('undo', 1), about('undo', 3))
    expect([1, 2, 3, 4, 9].map((entry) => book.undoingSwitchesOff(entry))).toEqual([false, true, true, false, false])
  })

  it('passes over a decision about something that is not open', () => {
    const book = bookOf({ action: 'propose' }, about('approve', 1), about('approve', 1), about('approve', 77))
    expect(layersOf(book, 'nord')).toEqual([[2, false]])
    expect(book.head).toBe(4)
  })
})
