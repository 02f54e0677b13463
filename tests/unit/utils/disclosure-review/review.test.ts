import { describe, expect, it } from 'vitest'
import { agree, chooseExtracts, confirm, decide, decideDocument, finish, mark, redo, undo } from '#utils/disclosure/review/act.ts'
import { extendLog, newLogKey, verifyLog } from '#utils/disclosure/review/decision-log.ts'
import { documentList } from '#utils/disclosure/review/document-list.ts'
import { findingId } from '#utils/disclosure/review/finding-id.ts'
import { measuresOf } from '#utils/disclosure/review/measures.ts'
import { decisionOf } from '#utils/disclosure/review/outcome.ts'
import { planExport } from '#utils/disclosure/review/plan-export.ts'
import { canFinish, disagreements, openGroups, restOf } from '#utils/disclosure/review/rest.ts'
import { REASONS } from '#utils/disclosure/review/reasons.ts'
import { REGIMES, groundOf } from '#utils/disclosure/review/regimes.ts'
import { FAST_LANE_KEYS, startReview } from '#utils/disclosure/review/review-state.ts'
import { doc, document, finding, notScreened, setup } from './review-file.ts'

const CPR = finding({ category: 'cpr', text: '110647-6123', same: 'cpr:1106476123', start: 40 })

describe('the queue', () => {
  it('is riskiest first and keeps the order of the file where the risk is equal', () => {
    const own = finding({ role: 'borger', text: 'Mette Dal', start: 60 })
    const other = finding({ text: 'Pia Holm', start: 80 })
    const state = startReview(setup({ findings: [own, finding(), CPR, other] }))
    expect(state.groups.map(({ findings }) => findings[0]?.text)).toEqual(['110647-6123', 'Bo Lind', 'Pia Holm', 'Mette Dal'])
  })

  it('decides everything that is equal with one key, wherever it stands', () => {
    const again = finding({ ...CPR, document: doc('b'), text: '110647 6123' })
    let state = startReview(setup({ documents: [document('a'), document('b')], findings: [CPR, again] }))
    state = decide(state, state.groups[0]?.ids ?? [], { kind: 'redact' }, 1)
    expect(restOf(state).findings).toBe(0)
    expect(state.events).toHaveLength(1)
    expect(decisionOf(state, findingId(again))).toMatchObject({ kind: 'redact', paragraph: 'FVL § 15 b', reason: 'private-interests' })
  })
})

describe('decisions', () => {
  it('has a paragraph and a reason with a text for every regime', () => {
    for (const regime of Object.keys(REGIMES) as (keyof typeof REGIMES)[]) {
      const ground = groundOf('cpr', regime)
      expect(ground.paragraph).toMatch(/§/)
      expect(REASONS[ground.reason]).toBeTruthy()
    }
  })

  it('redacts nothing before a person has decided', () => {
    const state = startReview(setup())
    expect(canFinish(state)).toBe(false)
    expect(planExport(state)).toBeNull()
  })

  it('undoes and does again, and says so in the log', () => {
    const start = startReview(setup())
    const decided = decide(start, start.groups[0]?.ids ?? [], { kind: 'redact' }, 1)
    const undone = undo(decided, 2)
    expect(restOf(undone).findings).toBe(1)
    expect(restOf(redo(undone, 3)).findings).toBe(0)
    expect(undone.events.map(({ act }) => act)).toEqual(['decide', 'undo'])
    expect(undo(start, 4)).toBe(start)
  })

  it('forgets what could be done again once something else is done', () => {
    let state = startReview(setup({ findings: [finding(), CPR] }))
    state = undo(decide(state, [findingId(CPR)], { kind: 'redact' }, 1), 2)
    state = decide(state, [findingId(finding())], { kind: 'release' }, 3)
    expect(redo(state, 4)).toBe(state)
  })

  it('takes back a mark made by hand together with its group', () => {
    const state = mark(startReview(setup({ findings: [] })), CPR, 1)
    expect(state.groups).toHaveLength(1)
    expect(undo(state, 2).groups).toHaveLength(0)
    expect(mark(state, CPR, 3)).toBe(state)
  })

  it('leaves out what stands in a document that is undtaget', () => {
    const state = decideDocument(startReview(setup()), doc('a'), { kind: 'withhold', reason: 'misfiled' }, 1)
    expect(canFinish(state)).toBe(true)
    expect(planExport(state)).toEqual([{ document: 'a', outcome: 'withheld', redactions: [], leftOut: [], extracts: [] }])
  })

  it('cannot end an extraction from which nothing was chosen', () => {
    let state = decideDocument(startReview(setup()), doc('a'), { kind: 'extract' }, 1)
    expect(restOf(state).withoutExtract).toBe(1)
    state = chooseExtracts(state, doc('a'), [{ page: 1, source: 'body', start: 0, end: 4 }], 2)
    expect(canFinish(state)).toBe(true)
  })
})

describe('the end', () => {
  it.each([
    [null, 'not-stated'],
    [2, 'differs'],
    [1, 'held'],
  ] as const)('with %s listed the count is %s', (listed, completeness) => {
    const state = startReview(setup({ findings: [], listed }))
    expect(restOf(state).completeness).toBe(completeness)
    expect(canFinish(state)).toBe(completeness === 'held')
  })

  it('wants each page that was not screened confirmed, and lets nobody have seen what does not open', () => {
    const closed = notScreened({ page: null, why: 'password' })
    const blank = notScreened()
    let state = startReview(setup({ documents: [document('a', { notScreened: [closed, blank] })], findings: [] }))
    expect(confirm(state, closed, 'seen', 1)).toBe(state)
    state = confirm(state, blank, 'seen', 1)
    expect(canFinish(state)).toBe(false)
    state = confirm(state, closed, 'left-out', 2)
    expect(canFinish(state)).toBe(true)
    expect(planExport(state)?.[0]?.outcome).toBe('withheld')
  })

  it('lists where two readers differ and waits until they agree', () => {
    let state = startReview(setup({ secondReader: true }))
    const ids = state.groups[0]?.ids ?? []
    state = decide(state, ids, { kind: 'redact' }, 1)
    expect(canFinish(state)).toBe(false)
    state = decide(state, ids, { kind: 'release', by: 'second-reader' }, 2)
    expect(disagreements(state)).toHaveLength(1)
    state = agree(state, ids, { kind: 'redact' }, 3)
    expect(disagreements(state)).toHaveLength(0)
    expect(planExport(state)?.[0]?.redactions).toHaveLength(1)
    expect(disagreements(decide(state, ids, { kind: 'withhold', by: 'second-reader' }, 4))).toHaveLength(1)
  })
})

describe('the plan', () => {
  it('takes the boxes of the text from the page', () => {
    const box = { left: 1, top: 2, right: 3, bottom: 4 }
    const parts = [
      {
        page: 1,
        source: 'body' as const,
        text: 'Bo Lind bor',
        boxes: [
          { start: 0, end: 7, box },
          { start: 8, end: 11, box: { ...box, left: 9 } },
        ],
      },
    ]
    let state = startReview(setup({ documents: [document('a', { parts })] }))
    state = decide(state, state.groups[0]?.ids ?? [], { kind: 'redact' }, 1)
    expect(planExport(state)?.[0]).toMatchObject({ outcome: 'redacted', redactions: [{ page: 1, text: 'Bo Lind', boxes: [box] }] })
    expect(documentList(state)).toMatchObject([{ number: 1, title: 'a', outcome: 'redacted', paragraphs: ['FVL § 15 b'] }])
  })

  it('finds the very comment among several on a page', () => {
    const at = (left: number) => ({ left, top: 0, right: left + 1, bottom: 1 })
    const parts = ['Kirsten', 'Bo Lind'].map((text, index) => ({
      page: 1,
      source: 'annotation' as const,
      text,
      boxes: [{ start: 0, end: 7, box: at(index) }],
    }))
    let state = startReview(setup({ documents: [document('a', { parts })], findings: [finding({ source: 'annotation' })] }))
    state = decide(state, state.groups[0]?.ids ?? [], { kind: 'redact' }, 1)
    expect(planExport(state)?.[0]?.redactions[0]?.boxes).toEqual([at(1)])
  })
})

describe('a short hearing', () => {
  const roles = ['uvedkommende', 'pårørende', 'læge', 'arbejdsgiver', null] as const
  const many = (people: number) =>
    Array.from({ length: 40 }, (_, page) => page).flatMap((page) =>
      Array.from({ length: people }, (_, person) => person).flatMap((person) => {
        const at = { document: doc(`d${page % 8}`), page: page + 1, role: roles[person % roles.length] ?? null }
        const start = person * 500
        return [
          finding({ ...at, text: `Person ${person}`, start }),
          finding({ ...at, category: 'phone', text: `200000${person}`, same: `phone:${person}`, start: start + 20 }),
          finding({ ...at, category: 'cpr', text: `11064760${person}`, same: `cpr:${person}`, start: start + 40 }),
        ]
      }),
    )

  it.each([1, 4, 11, 60, 200])('of 40 pages with %i other people is decided in 40 keys', (people) => {
    const documents = Array.from({ length: 8 }, (_, index) => document(`d${index}`, { pages: 5 }))
    let state = startReview(setup({ documents, findings: many(people), regime: 'party-hearing', listed: 8, screened: 8 }))
    let keys = 0
    while (openGroups(state).length > 0) {
      state = decide(state, openGroups(state)[0]?.ids ?? [], { kind: 'redact' }, keys)
      keys += 1
    }
    expect(canFinish(state)).toBe(true)
    expect(keys).toBeLessThanOrEqual(FAST_LANE_KEYS)
  })

  it('keeps a number with the name it stands beside', () => {
    const documents = Array.from({ length: 8 }, (_, index) => document(`d${index}`, { pages: 5 }))
    const state = startReview(setup({ documents, findings: many(20), regime: 'party-hearing' }))
    expect(state.grain).toBe('person')
    expect(state.groups.every(({ findings }) => new Set(findings.map(({ same }) => /\d+$/.exec(same)?.[0])).size === 1)).toBe(true)
  })
})

describe('the decision log', () => {
  async function aLog() {
    let state = startReview(setup({ findings: [finding(), CPR] }))
    const key = await newLogKey()
    state = decide(state, [findingId(CPR)], { kind: 'redact' }, 1_000)
    const half = await extendLog([], state.events, key)
    state = finish(decide(undo(state, 2_000), [findingId(CPR)], { kind: 'redact' }, 400_000), 400_001)
    return { state, half, log: await extendLog(half, state.events, key) }
  }

  it('holds, and holds nothing of what was decided about', async () => {
    const { half, log } = await aLog()
    expect(log.slice(0, 1)).toEqual(half)
    expect(await verifyLog(log, log.at(-1)?.hash ?? '')).toBeNull()
    expect(JSON.stringify(log)).not.toMatch(/110647|6123|Lind/)
    expect(log[0]?.fingerprint).toBe(log[2]?.fingerprint)
    expect(log[0]?.fingerprint).toHaveLength(24)
  })

  it('shows every line that was changed, moved, taken out or added', async () => {
    const { log } = await aLog()
    const head = log.at(-1)?.hash ?? ''
    const [one, two, three, last] = log
    if (one === undefined || two === undefined || three === undefined || last === undefined) throw new Error('too short')
    const bad = [
      [{ ...one, paragraph: 'OFL § 33' }, two, three, last],
      [{ ...one, at: 2 }, two, three, last],
      [two, one, three, last],
      [one, three, last],
      [one, two, three],
      [one, two, three, last, { ...last, number: 5, previous: last.hash }],
      [],
    ]
    for (const changed of bad) expect(await verifyLog(changed, head)).not.toBeNull()
    expect(await verifyLog(log, '0'.repeat(64))).not.toBeNull()
  })

  it('gives counts without a person in them', async () => {
    const { state } = await aLog()
    expect(measuresOf(state)).toMatchObject({ documents: 1, keys: 3, undone: 1, found: { person: 1, cpr: 1 }, minutes: 5 })
    expect(JSON.stringify(measuresOf(state))).not.toMatch(/Lind|6123/)
  })
})
