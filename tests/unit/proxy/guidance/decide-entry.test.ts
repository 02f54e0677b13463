import { describe, expect, it } from 'vitest'
import type { Caller } from '#proxy/auth/caller.ts'
import { judgeChange, type Desk } from '#proxy/guidance/decide-entry.ts'
import { SwitchBook } from '#proxy/guidance/switch-book.ts'
import { content, logOf } from './make-entry.ts'

const leader: Caller = { subject: 'leder-1', unit: 'nord', roles: new Set(['supervisor']), expiresAt: 0 }

function deskWith(lines: number): Desk {
  const book = new SwitchBook()
  book.add(
    logOf(
      Array.from({ length: lines }, (_, index) => content({ switch: `rule:r${index}` })),
      null,
    ),
  )
  const rules = { locked: new Set<string>(), secondApprover: 'never', shortestReason: 10, holdsCpr: () => false } as const
  return { book, rules, today: '2026-11-24', at: '2026-11-24T10:00:00.000Z' }
}

const judge = (lines: number, on: boolean, switchId = 'rule:one-more') => {
  const wanted = { switchId, on, reason: 'Vi prøver uden', until: null }
  return judgeChange({ caller: leader, ifMatch: `"${lines}-x"` }, wanted, deskWith(lines))
}

describe('a change', () => {
  it('says who, when, where and from which day', () => {
    expect(judge(0, false)).toEqual({
      ok: true,
      content: content({ switch: 'rule:one-more', reason: 'Vi prøver uden', at: '2026-11-24T10:00:00.000Z' }),
    })
  })

  it('is refused when more is off than an extension would read, until something is on again', () => {
    expect(judge(999, false)).toMatchObject({ ok: true })
    expect(judge(1000, false)).toEqual({ ok: false, code: 'too-much-switched-off' })
    expect(judge(1000, true, 'rule:r5')).toMatchObject({ ok: true })
  })
})
