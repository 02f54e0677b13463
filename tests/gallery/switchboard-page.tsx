import { useState } from 'react'
import { Switchboard } from '#components/switchboard/switchboard.tsx'
import type { PreviewState } from '#components/switchboard/switchboard-events.ts'
import { logLines } from '#utils/switchboard/board-log.ts'
import type { BoardLock, BoardRule, Considered } from '#utils/switchboard/board-rules.ts'
import type { BoardView } from '#utils/switchboard/board-view.ts'
import { lawAreaOf } from '#utils/switchboard/law-area.ts'
import type { LogEntry } from '#proxy/contract/guidance.ts'
import { sampleAdvice, TODAY } from './sample-advice.ts'

const LOCKS: readonly BoardLock[] = ['free', 'free', 'locked-on', 'free', 'off-for-all', 'off-by-policy']
const COUNTS: BoardRule['counts'] = [
  {
    quarter: '2026-Q4',
    counts: [
      { rule: 'x', act: 'shown', reason: null, atLeast: 1240 },
      { rule: 'x', act: 'followed', reason: null, atLeast: 310 },
      { rule: 'x', act: 'dismissed', reason: 'known', atLeast: 45 },
    ],
  },
  { quarter: '2026-Q3', counts: [] },
]
const OFF = { unit: 'nord', from: '2026-11-20', until: '2026-12-31', reason: 'Enheden prøver en måned uden denne påmindelse', entry: 1 }

// Rules that speak of several rows stand once on the board.
const unique = sampleAdvice.filter(({ rule }, index) => sampleAdvice.findIndex((other) => other.rule === rule) === index)
const RULES = unique.map((advice, index): BoardRule => {
  const lock = LOCKS[index % LOCKS.length] ?? 'free'
  const off = index === 1
  return {
    id: advice.rule,
    title: advice.title,
    text: advice.text,
    area: lawAreaOf(advice.citations),
    citations: advice.citations,
    law: advice,
    mayChangeOn: null,
    on: lock === 'locked-on' || (lock === 'free' && !off),
    lock,
    off: off ? [{ ...OFF, switch: `rule:${advice.rule}` }] : [],
    waits: index === 3,
    counts: index % 3 === 2 ? COUNTS.map((one) => ({ ...one, counts: [] })) : COUNTS,
  }
})

const entry = (number: number, more: Partial<LogEntry>): LogEntry => ({
  entry: number,
  at: '2026-11-20T09:12:00.000Z',
  unit: 'nord',
  subject: 'leder.jobcenter-nord',
  role: 'supervisor',
  action: 'set',
  switch: `rule:${RULES[1]?.id}`,
  on: false,
  from: '2026-11-20',
  until: null,
  reason: OFF.reason,
  about: null,
  previous: '',
  hash: '',
  key: null,
  signature: null,
  ...more,
})
const LOG = [
  entry(1, {}),
  entry(2, { action: 'undo', on: null, from: null, about: 1, reason: 'Fortrudt fra tavlens log' }),
  entry(3, {}),
  entry(4, { switch: 'model-use', unit: '*', role: 'administrator', subject: 'administrator' }),
]
const VIEW: BoardView = {
  board: {
    unit: 'nord',
    municipality: '000',
    cannotBeSwitchedOff: [],
    secondApprover: 'when-switching-off',
    shortestReason: 10,
    off: [],
    proposals: [
      entry(5, { action: 'propose', subject: 'leder-2', switch: `rule:${RULES[3]?.id}` }),
      entry(6, { action: 'propose', switch: `rule:${RULES[0]?.id}` }),
    ],
  },
  etag: '"6-x"',
  counts: { unit: 'nord', quarters: [] },
  log: LOG,
  self: 'leder.jobcenter-nord',
  mayChangeAll: true,
  local: { etag: '"0-local"', pack: null, issues: [] },
}

const reckoned = (of: Considered): PreviewState => ({
  of,
  count: 500,
  state: 'done',
  result: {
    examined: 500,
    gain: 0,
    lose: 37,
    hintsGained: 0,
    hintsLost: 41,
    examples: sampleAdvice.slice(0, 3).map((advice, index) => ({ caseNumber: 7 + 31 * index, change: 'loses', advice })),
  },
})

/** The supervisor's board with one of each state. */
export function SwitchboardPage({ say }: { readonly say: (what: unknown) => void }) {
  const [preview, setPreview] = useState<PreviewState | null>(null)
  const [on] = useState(() => ({
    preview: (of: Considered) => setPreview(reckoned(of)),
    stopPreview: () => setPreview((now) => now && { ...now, state: 'stopped' }),
    change: async (wish: unknown) => {
      say(wish)
      return true
    },
    decide: async (wish: unknown) => {
      say(wish)
      return true
    },
    changeLocal: async (wish: unknown) => {
      say(wish)
      return true
    },
    checkRule: async () => ({ ok: false as const, problems: ['eksempel 2: skulle give due, men gav breached (savner intet)'] }),
    previewRule: say,
  }))
  return (
    <main className="sh-page">
      <h1>Indstillinger</h1>
      <section className="sh-box">
        <h2>Enhedens regler</h2>
        <Switchboard
          view={VIEW}
          unitName="Jobcenter Nord"
          rules={RULES}
          log={logLines({ entries: LOG, today: TODAY, mayChangeAll: true, locked: [] })}
          today={TODAY}
          busy={false}
          failure="changed-meanwhile"
          preview={preview}
          on={on}
        />
      </section>
    </main>
  )
}
