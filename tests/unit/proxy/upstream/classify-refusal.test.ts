import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PROXY_ERRORS } from '#proxy/contract/error-code.ts'
import { classifyRefusal, readRetryAfter } from '#proxy/upstream/classify-refusal.ts'

const NOW = Date.parse('2026-11-24T10:00:00Z')

describe('refusals of an upstream', () => {
  it.each([
    [400, { error: { code: 'content_filter' } }, 'content-filtered', false],
    [400, { error: { code: null, innererror: { code: 'ResponsibleAIPolicyViolation' } } }, 'content-filtered', false],
    [400, { error: { code: 'context_length_exceeded' } }, 'body-too-large', false],
    [400, { error: { type: 'invalid_request_error' } }, 'upstream-failed', false],
    [401, {}, 'upstream-failed', true],
    [404, { error: { code: 'DeploymentNotFound' } }, 'upstream-failed', true],
    [413, '', 'body-too-large', false],
    [429, { error: { code: '429' } }, 'too-many-requests', true],
    [429, { error: { code: 'insufficient_quota' } }, 'no-upstream', true],
    [500, { error: { code: 'content_filter' } }, 'upstream-failed', false],
    [503, 'busy', 'no-upstream', true],
    [307, '', 'upstream-failed', true],
    [418, 'te', 'upstream-failed', false],
    [599, '', 'upstream-failed', false],
  ])('%s %j is %s', (status, body, code, mayAskAnother) => {
    const refusal = classifyRefusal(status, typeof body === 'string' ? body : JSON.stringify(body))
    expect(refusal).toMatchObject({ code, mayAskAnother })
  })

  it('never says anything of the body but a word of ours', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 201, max: 599 }),
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((json) => `{"error":${json}}`),
        ),
        (status, body) => {
          const { code, word } = classifyRefusal(status, body)
          expect(Object.keys(PROXY_ERRORS)).toContain(code)
          expect(word).toMatch(/^[a-z-]{4,20}$/)
        },
      ),
    )
  })

  it.each([
    ['20', 20],
    ['0', 1],
    ['1.2', 2],
    ['99999', 3600],
    ['Tue, 24 Nov 2026 10:00:30 GMT', 30],
    ['Tue, 24 Nov 2026 09:00:00 GMT', 1],
    ['', null],
    ['i morgen', null],
    [undefined, null],
    [['7', '9'], 7],
  ])('reads Retry-After %j as %s', (header, seconds) => {
    expect(readRetryAfter(header, NOW)).toBe(seconds)
  })
})
