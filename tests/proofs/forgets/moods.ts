import type { Behave } from '#tests/proxy/support/bad-upstream.ts'
import { chatAnswer, chatEvents, chatStream, DONE, JSON_TYPE, SSE } from '#tests/proxy/support/upstream-answers.ts'

/** Ways in which a model server gives back what it was sent, in places where it could be kept. */
export interface Mood {
  readonly what: string
  /** So slow that only some get it. */
  readonly isSlow?: boolean
  readonly behave: Behave
}

const isStream = (body: string) => body.includes('"stream":true')

export const MOODS: readonly Mood[] = [
  { what: 'says it again', behave: ({ body }) => (isStream(body) ? chatStream([body]) : chatAnswer(body)) },
  {
    what: 'says it in an error',
    behave: ({ body }) => ({ status: 400, headers: JSON_TYPE, body: [JSON.stringify({ error: { message: body, code: body } })] }),
  },
  {
    what: 'says it in a failure',
    behave: ({ body }) => ({ status: 500, headers: { 'content-type': 'text/html' }, body: [`<h1>${body}</h1>`] }),
  },
  {
    what: 'says it in the middle of a stream, as an error',
    behave: ({ body }) => ({
      headers: SSE,
      body: [...chatEvents(['a ']).slice(0, 2), `data: ${JSON.stringify({ error: { message: body } })}\n\n`],
    }),
  },
  { what: 'says it as garbage', behave: ({ body }) => ({ headers: SSE, body: [`data: ${body.slice(1)}\n\n`, DONE] }) },
  {
    what: 'says it and is torn off',
    behave: ({ body }) => ({ headers: SSE, body: [...chatEvents([body]), DONE], cutAt: 700, ending: 'rst' }),
  },
  { what: 'says it and hangs', isSlow: true, behave: ({ body }) => ({ headers: SSE, body: [...chatEvents([body])], ending: 'hang' }) },
  { what: 'takes the call and hangs', isSlow: true, behave: () => ({ headers: JSON_TYPE, body: ['{'], ending: 'hang' }) },
  {
    what: 'says it in a header',
    behave: ({ body }) => ({ ...chatAnswer('x'), headers: { ...JSON_TYPE, 'x-request-id': encodeURIComponent(body).slice(0, 2000) } }),
  },
  {
    what: 'sends it elsewhere',
    behave: ({ body }) => ({ status: 302, headers: { location: `http://127.0.0.1:9/${encodeURIComponent(body)}` } }),
  },
]
