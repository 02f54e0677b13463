import { beforeEach, describe, expect, it } from 'vitest'
import type { PageReport } from '#utils/case-session/page-report.ts'
import { TabCases } from '#utils/case-session/tab-cases.ts'

interface Line {
  readonly tabId: number
  readonly report: (raw: unknown) => void
  readonly gone: () => void
  closed: boolean
}

let lines: Line[]
let timers: (() => void)[]
let soon: (() => void)[]
let cases: TabCases
/** Whether messages pile up before the panel gets to work. */
let busy: boolean

const line = (): Line => {
  const last = lines.at(-1)
  if (!last) throw new Error('no line')
  return last
}
const open = (name: string) => ({ kind: 'open', view: { identity: { name } } })
const runSoon = () => soon.splice(0).forEach((work) => work())
const runTimers = () => timers.splice(0).forEach((work) => work())
const kind = () => cases.active.report.kind

beforeEach(() => {
  lines = []
  timers = []
  soon = []
  busy = false
  cases = new TabCases({
    connect: (tabId, on) => {
      const report = (raw: unknown) => {
        on.report(raw)
        if (!busy) runSoon()
      }
      const made: Line = { tabId, report, gone: on.gone, closed: false }
      lines.push(made)
      return () => {
        made.closed = true
      }
    },
    parse: (raw) => (raw === 'garbage' ? null : (raw as PageReport)),
    onChange: () => undefined,
    later: (work, ms) => void (ms === 0 ? soon : timers).push(work),
  })
  cases.activate(1)
})

describe('the panel’s map of tabs', () => {
  it('shows what the page in front tells', () => {
    expect(kind()).toBe('waiting')
    line().report(open('Ida'))
    expect(kind()).toBe('open')
  })

  it('forgets a case the moment its document goes, and asks the next one', () => {
    const old = line()
    old.report(open('Ida'))
    old.gone()
    expect(kind()).toBe('waiting')
    runTimers()
    expect(line()).not.toBe(old)
    old.report(open('Ida'))
    expect(kind()).toBe('waiting')
  })

  it('never shows a case that was taken back while the panel was busy', () => {
    busy = true
    line().report(open('Ida'))
    line().report({ kind: 'settling' })
    runSoon()
    expect(kind()).toBe('settling')
    line().report(open('Ida'))
    line().gone()
    runSoon()
    expect(kind()).toBe('waiting')
  })

  it('keeps each tab to itself', () => {
    line().report(open('Ida'))
    cases.activate(2)
    expect(kind()).toBe('waiting')
    line().report(open('Bo'))
    cases.activate(1)
    expect(cases.active.report).toMatchObject({ view: { identity: { name: 'Ida' } } })
    expect(lines).toHaveLength(2)
  })

  it('forgets when a navigation begins, even while the old line is open', () => {
    line().report(open('Ida'))
    cases.navigated(1, 'loading')
    expect(kind()).toBe('waiting')
    expect(lines[0]?.closed).toBe(true)
    lines[0]?.report(open('Ida'))
    expect(kind()).toBe('waiting')
  })

  it('says after a while that nobody is there, and asks again when a page has loaded', () => {
    for (let at = 0; at < 3; at += 1) {
      line().gone()
      runTimers()
    }
    expect(kind()).toBe('no-page')
    cases.navigated(1, 'complete')
    expect(kind()).toBe('waiting')
  })

  it('shows nothing of a report that has not the form of one', () => {
    line().report('garbage')
    expect(cases.active.report).toEqual({ kind: 'off', code: 'message-refused' })
  })

  it('forgets a closed tab', () => {
    line().report(open('Ida'))
    cases.closed(1)
    expect(cases.active).toEqual({ tabId: null, report: { kind: 'waiting' } })
    expect(lines[0]?.closed).toBe(true)
  })
})
