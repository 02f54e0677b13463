import { describe, expect, it } from 'vitest'
import type { LogEvent } from '#proxy/observe/log.ts'
import { createLog } from '#proxy/observe/log-writer.ts'
import { createMetrics } from '#proxy/observe/metrics.ts'
import { whereOf } from '#proxy/observe/where.ts'
import { newRequestId } from '#proxy/server/request-id.ts'

function logOf(...events: readonly unknown[]): readonly Record<string, unknown>[] {
  const lines: string[] = []
  const log = createLog({ now: () => Date.UTC(2026, 10, 24), write: (line) => lines.push(line), metrics: createMetrics() })
  for (const event of events) log(event as LogEvent)
  return lines.map((line) => JSON.parse(line))
}

const refused = { event: 'refused', route: '/v1/chat/completions', code: 'cpr-in-prompt', requestId: 'abc' }

describe('the log', () => {
  it('writes one line of JSON an event, in UTC', () => {
    expect(logOf(refused)).toEqual([{ at: '2026-11-24T00:00:00.000Z', level: 'info', ...refused }])
  })

  it.each([
    ['a field more', { ...refused, note: 'text' }],
    ['a text for a code', { ...refused, code: 'Borgeren har ringet' }],
    ['an address for a route', { ...refused, route: '/v1/models/Jens Hansen' }],
    ['a query for a route', { ...refused, route: '/v1/models?q=a' }],
    ['an event that is not on the list', { event: 'debug', text: 'x' }],
    ['a message for a place', { event: 'crashed', where: 'TypeError: secret' }],
    ['a sentence for an upstream', { event: 'upstream', upstream: 'a b', state: 'up', code: 'x' }],
    ['nothing', null],
  ])('throws a line away that holds %s, and says only that', (_what, event) => {
    expect(logOf(event)).toEqual([{ at: '2026-11-24T00:00:00.000Z', level: 'alarm', event: 'line-refused', why: 'shape' }])
  })

  it('throws a line away that could hold a CPR number', () => {
    expect(logOf({ event: 'upstream', upstream: '140752-7123', state: 'up', code: 'x' })).toMatchObject([
      { event: 'line-refused', why: 'cpr' },
    ])
  })

  it('marks what somebody should look at', () => {
    expect(logOf({ event: 'crashed', where: 'elsewhere' })).toMatchObject([{ level: 'alarm' }])
  })
})

describe('where an error was thrown', () => {
  it('is a place of ours, and nothing of what the error says', () => {
    const error = new Error('secret /proxy/secret.ts:1:1')
    error.stack = `Error: secret /proxy/secret.ts:1:1\n    at other (/x/node_modules/y.js:1:1)\n    at run (file:///srv/proxy/relay/relay-stream.ts:42:7)`
    expect(whereOf(error)).toBe('relay/relay-stream.ts:42')
  })

  it.each([
    ['no error', 'secret'],
    ['no stack', Object.assign(new Error('x'), { stack: undefined })],
    ['a stack of its own', Object.assign(new Error('x'), { stack: 'secret\n    at a (/proxy/secret.ts:1:1)' })],
    ['a message with lines that look like places', new Error('a\n    at b (/proxy/secret.ts:1:1)')],
  ])('is not told of %s', (_what, error) => {
    expect(whereOf(error)).not.toContain('secret')
  })
})

it('gives ids without digits, so that none can look like a CPR number', () => {
  const ids = Array.from({ length: 1000 }, newRequestId)
  expect(new Set(ids).size).toBe(1000)
  expect(ids.every((id) => /^[a-z]{12}-[a-z]{8}$/.test(id))).toBe(true)
})
