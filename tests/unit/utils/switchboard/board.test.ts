import { describe, expect, test } from 'vitest'
import { requireRulePack } from '#build/rule-pack.ts'
import type { RuleSwitches } from '#utils/case-session/rule-switches.ts'
import { day } from '#utils/domain/calendar-day.ts'
import { boardRules, searchRules, switchesAfter, switchesOn } from '#utils/switchboard/board-rules.ts'
import { logLines } from '#utils/switchboard/board-log.ts'
import type { LogEntry, Switchboard } from '#proxy/contract/guidance.ts'

const TODAY = day('2026-11-24')
const RULE = 'party-access-7-working-days'
const LOCKED = 'hearing-deadline-respected'
const SWITCHES: RuleSwitches = { offByPolicy: [], locked: [], offByUnit: [], offHere: [RULE], snoozed: { [LOCKED]: day('2026-12-24') } }

const off = (more: Partial<Switchboard['off'][number]> = {}): Switchboard['off'][number] => ({
  switch: `rule:${RULE}`,
  unit: 'nord',
  from: '2026-11-20',
  until: null,
  reason: 'Prøves',
  entry: 1,
  ...more,
})
const board = (stretches: readonly Switchboard['off'][number][]): Switchboard => ({
  unit: 'nord',
  municipality: '000',
  cannotBeSwitchedOff: [`rule:${LOCKED}`],
  secondApprover: 'never',
  shortestReason: 10,
  off: stretches,
  proposals: [],
})
const rulesOn = (stretches: readonly Switchboard['off'][number][], switches = SWITCHES) =>
  boardRules({
    pack: requireRulePack(),
    board: board(stretches),
    counts: { unit: 'nord', quarters: [{ quarter: '2026-Q4', counts: [{ rule: RULE, act: 'shown', reason: null, atLeast: 5 }] }] },
    switches,
    today: TODAY,
    local: new Set(),
  })
const find = (rules: ReturnType<typeof rulesOn>, id: string) => rules.find((rule) => rule.id === id)

describe('the board’s rules', () => {
  test('say what the unit has decided, and nothing of what one computer has', () => {
    expect(find(rulesOn([]), RULE)).toMatchObject({ on: true, lock: 'free', area: 'procedure' })
    expect(find(rulesOn([off()]), RULE)).toMatchObject({ on: false, lock: 'free' })
    expect(find(rulesOn([off({ from: '2026-11-25' })]), RULE)).toMatchObject({ on: true })
    expect(find(rulesOn([off({ until: '2026-11-23' })]), RULE)).toMatchObject({ on: true })
    expect(find(rulesOn([]), RULE)?.counts[0]?.counts).toHaveLength(1)
    expect(find(rulesOn([]), LOCKED)?.counts[0]?.counts).toHaveLength(0)
  })

  test('say who has decided when the unit may not', () => {
    expect(find(rulesOn([]), LOCKED)).toMatchObject({ on: true, lock: 'locked-on' })
    expect(find(rulesOn([off({ unit: '*' })]), RULE)).toMatchObject({ on: false, lock: 'off-for-all' })
    expect(find(rulesOn([], { ...SWITCHES, offByPolicy: [RULE] }), RULE)).toMatchObject({ on: false, lock: 'off-by-policy' })
  })

  test('are found by every word of title, text, paragraph and id', () => {
    const found = searchRules(rulesOn([]), 'fvl  16 AKTINDSIGT').map(({ id }) => id)
    expect(found).toContain(RULE)
    expect(searchRules(rulesOn([]), 'findes-ikke')).toEqual([])
  })
})

describe('which rules would speak', () => {
  test('a switch of the unit leaves what holds for all, and the other way round', () => {
    const both = board([off({ unit: '*' }), off({ entry: 2 })])
    const after = (everyUnit: boolean, of = both) => switchesAfter({ rule: RULE, on: true, day: TODAY, everyUnit }, of, SWITCHES).offByUnit
    expect(switchesOn(TODAY, both, SWITCHES).offByUnit).toEqual([RULE])
    expect(after(false)).toEqual([RULE])
    expect(after(true)).toEqual([RULE])
    expect(after(false, board([off()]))).toEqual([])
    expect(switchesOn(day('2026-11-19'), both, SWITCHES).offByUnit).toEqual([])
    expect(switchesOn(TODAY, both, SWITCHES)).toMatchObject({ offHere: [], snoozed: {}, locked: [LOCKED] })
  })
})

describe('the log', () => {
  const line = (entry: number, more: Partial<LogEntry> = {}): LogEntry => ({
    entry,
    at: '2026-11-24T09:00:00.000Z',
    unit: 'nord',
    subject: 'leder',
    role: 'supervisor',
    action: 'set',
    switch: `rule:${RULE}`,
    on: false,
    from: '2026-11-24',
    until: null,
    reason: 'Prøves',
    about: null,
    previous: '',
    hash: '',
    key: null,
    signature: null,
    ...more,
  })
  const free = (entries: readonly LogEntry[], more = {}) =>
    logLines({ entries, today: TODAY, mayChangeAll: false, locked: [], ...more })
      .filter(({ mayUndo }) => mayUndo)
      .map(({ entry }) => entry.entry)

  test('lets the newest that still holds be taken back, and after that the one before', () => {
    const [first, second] = [line(1), line(2, { on: true })]
    const undo = line(3, { action: 'undo', on: null, from: null, about: 2 })
    expect(free([first])).toEqual([1])
    expect(free([first, second])).toEqual([2])
    expect(free([first, second, undo])).toEqual([1])
    expect(free([first, second, undo, line(4, { action: 'undo', on: null, from: null, about: 3 })])).toEqual([2])
  })

  test('counts a proposal when it is approved, and by the line that approved it', () => {
    const proposal = line(1, { action: 'propose' })
    expect(free([proposal])).toEqual([])
    expect(free([proposal, line(2, { action: 'reject', on: null, about: 1 })])).toEqual([])
    expect(free([proposal, line(2, { action: 'approve', on: null, about: 1 })])).toEqual([2])
  })

  test('does not offer what is over, what is locked and what is above the unit', () => {
    expect(free([line(1, { until: '2026-11-23' })])).toEqual([])
    expect(free([line(1, { on: true })], { locked: [`rule:${RULE}`] })).toEqual([])
    expect(free([line(1, { unit: '*' }), line(2, { switch: 'model-use' })])).toEqual([])
    expect(free([line(1, { unit: '*' })], { mayChangeAll: true })).toEqual([1])
  })
})
