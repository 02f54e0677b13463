import { findCpr } from '../../utils/privacy/find-cpr.ts'
import type { Metrics } from './metrics.ts'
import { logEvent, type Log, type LogEvent } from './log.ts'

/** Events that somebody should look at. */
const ALARMS: ReadonlySet<string> = new Set(['failed', 'crashed', 'chain-broken', 'upstream-stopped', 'line-refused'])

interface Writer {
  readonly now: () => number
  readonly write: (line: string) => void
  readonly metrics?: Pick<Metrics, 'refusedLines'>
}

/**
 * The only way to the log: one JSON object a line. What does not fit the closed list of events, or holds what could be
 * a CPR number, is thrown away and counted.
 */
export function createLog({ now, write, metrics }: Writer): Log {
  const put = (event: LogEvent) => {
    const level = ALARMS.has(event.event) ? 'alarm' : 'info'
    write(`${JSON.stringify({ at: new Date(now()).toISOString(), level, ...event })}\n`)
  }
  const refuse = (why: 'shape' | 'cpr') => {
    metrics?.refusedLines.inc({ why })
    put({ event: 'line-refused', why })
  }
  return (event) => {
    const checked = logEvent.safeParse(event)
    if (!checked.success) return refuse('shape')
    const texts = Object.values(checked.data).filter((value) => typeof value === 'string')
    if (texts.some((text) => findCpr(text).length > 0)) return refuse('cpr')
    return put(checked.data)
  }
}
