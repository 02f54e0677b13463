import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startBadUpstream, type BadUpstream, type Behaviour } from '../support/bad-upstream.ts'
import { loneUpstreams, type LoneUpstreams } from '../support/lone-upstreams.ts'
import { chatStream, errorAnswer, SSE } from '../support/upstream-answers.ts'
import { rawUpstreamSettings } from '../support/upstream-settings.ts'

describe('several upstreams', () => {
  let first: BadUpstream
  let second: BadUpstream
  let lone: LoneUpstreams
  let now = 0

  beforeAll(async () => {
    ;[first, second] = await Promise.all([startBadUpstream(), startBadUpstream()])
  })
  beforeEach(() => {
    now = Date.now()
    first.reset()
    second.reset()
    const more = { circuit: { failures: 2, restSeconds: 10, longestRestSeconds: 60 }, headSeconds: 1, silentSeconds: 1 }
    lone = loneUpstreams(rawUpstreamSettings([first, second], { more }), { now: () => now })
  })
  afterEach(() => lone.upstreams.close())
  afterAll(() => Promise.all([first.close(), second.close()]))

  const asked = () => [first.seen.length, second.seen.length]
  const from = async () => (await lone.ask()).answer.from?.upstream ?? null

  it('asks the first in the order of the configuration', async () => {
    expect(await from()).toBe('lokal-1')
    expect(asked()).toEqual([1, 0])
  })

  it.each<[string, Behaviour, boolean]>([
    ['is busy', errorAnswer(429, { message: 'vent' }), true],
    ['is down for a while', errorAnswer(503, { message: 'nede' }), true],
    ['closes the connection without a word', { refuse: true }, true],
    ['does not know us', errorAnswer(401, { message: 'nej' }), true],
    ['has no such model', errorAnswer(404, { message: 'nej' }), true],
    ['sends us elsewhere', { status: 302, headers: { location: 'http://127.0.0.1:9/' } }, true],
    ['fails', errorAnswer(500, { message: 'av' }), false],
    ['refuses the text', errorAnswer(400, { code: 'content_filter' }), false],
    ['answers with a page', { headers: { 'content-type': 'text/html' }, body: ['<html>'] }, false],
    ['writes no HTTP', { raw: 'SSH-2.0-x\r\n' }, false],
    ['begins an answer and breaks off', { headers: { 'content-type': 'application/json' }, body: ['{"id"'], ending: 'rst' }, false],
  ])('when the first %s', async (_what, behaviour, isAnotherAsked) => {
    first.always(behaviour)
    const { answer } = await lone.ask()
    expect(asked()).toEqual([1, isAnotherAsked ? 1 : 0])
    expect(answer.from?.upstream).toBe(isAnotherAsked ? 'lokal-2' : 'lokal-1')
  })

  it('does not ask another when the first says nothing in time', async () => {
    first.always({ waitBeforeHeadMs: 20_000 })
    const { answer } = await lone.ask()
    expect(answer).toMatchObject({ ok: false, code: 'upstream-timeout' })
    expect(asked()).toEqual([1, 0])
  })

  it('lets a busy one rest as long as it says, and then asks it again', async () => {
    first.next(errorAnswer(429, {}, { 'retry-after': '20' }))
    expect(await from()).toBe('lokal-2')
    expect(await from()).toBe('lokal-2')
    expect(first.seen).toHaveLength(1)
    now += 20_001
    expect(await from()).toBe('lokal-1')
  })

  it('says how long to wait when all are busy', async () => {
    first.next(errorAnswer(429, {}, { 'retry-after': '20' }))
    second.next(errorAnswer(429, {}, { 'retry-after': '7' }))
    expect((await lone.ask()).answer).toMatchObject({ ok: false, code: 'too-many-requests', retryAfterSeconds: 7 })
    expect((await lone.ask()).answer).toMatchObject({ ok: false, from: null, code: 'no-upstream', retryAfterSeconds: 7 })
    expect(asked()).toEqual([1, 1])
  })

  it('leaves one that fails in peace, and says in the log when it rests and when it is back', async () => {
    first.always({ refuse: true })
    expect([await from(), await from(), await from()]).toEqual(['lokal-2', 'lokal-2', 'lokal-2'])
    expect(first.seen).toHaveLength(2)
    expect(lone.upstreams.health()).toEqual({ 'lokal-1': false, 'lokal-2': true })
    now += 10_001
    first.reset()
    expect(await from()).toBe('lokal-1')
    expect(lone.upstreams.health()).toEqual({ 'lokal-1': true, 'lokal-2': true })
    expect(lone.logged.map((event) => (event.event === 'upstream' ? event.state : null))).toEqual(['down', 'up'])
  })

  it('counts streams that break off, though each began well', async () => {
    first.always({ headers: SSE, body: ['data: {}\n\n'], ending: 'rst' })
    for (let cut = 0; cut < 2; cut += 1) expect((await lone.ask({ stream: true })).error).not.toBeNull()
    expect(lone.upstreams.health()['lokal-1']).toBe(false)
  })

  it('counts nothing when it is the client that leaves', async () => {
    first.always({ headers: SSE, body: ['data: {}\n\n'], ending: 'hang' })
    for (let left = 0; left < 4; left += 1) {
      const leave = new AbortController()
      setTimeout(() => leave.abort(), 50)
      await lone.ask({ stream: true, signal: leave.signal })
    }
    expect(lone.upstreams.health()['lokal-1']).toBe(true)
  })

  it('takes a new connection when the old one was closed in the meantime', async () => {
    expect(await from()).toBe('lokal-1')
    // Until the pool has seen that the connection is free again it would take a second one.
    await new Promise((resolve) => {
      setTimeout(resolve, 50)
    })
    first.next({ raw: '', ending: 'fin' })
    expect(await from()).toBe('lokal-1')
    expect(second.seen).toHaveLength(0)
  })

  it('cuts a stream that stands still', async () => {
    first.always({ ...chatStream(['hej']), cutAt: 60, ending: 'hang' })
    expect((await lone.ask({ stream: true })).error).toContain('Timeout')
  })
})
