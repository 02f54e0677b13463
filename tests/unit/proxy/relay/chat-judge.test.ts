import { describe, expect, it } from 'vitest'
import { BadAnswer, ChatStreamJudge, judgeChatAnswer } from '#proxy/relay/chat-judge.ts'

const chunk = (delta: unknown, finish: unknown = null, more: object = {}) =>
  JSON.stringify({ model: 'm-1', choices: [{ index: 0, delta, finish_reason: finish }], ...more })
const usage = JSON.stringify({ choices: [], usage: { prompt_tokens: 7, completion_tokens: 3 } })
const filterFirst = JSON.stringify({ choices: [], prompt_filter_results: [{ prompt_index: 0 }] })

function run(
  events: readonly string[],
  { withUsage = false, confirm = () => true }: { withUsage?: boolean; confirm?: () => boolean } = {},
) {
  const judge = new ChatStreamJudge({ withUsage, confirm })
  const passed = events.map((event) => judge.take(event)).join('')
  return { judge, passed }
}

function codeOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (error instanceof BadAnswer) return error.code
    throw error
  }
  return 'none'
}

describe('the judge of a streamed answer', () => {
  it('passes text on at once, and holds the end back until the upstream says that it is whole', () => {
    const judge = new ChatStreamJudge({ withUsage: false, confirm: () => true })
    expect(judge.take(chunk({ content: 'Hej' }))).toContain('Hej')
    expect(judge.take(chunk({}, 'stop'))).toBe('')
    expect(judge.isDone).toBe(false)
    expect(judge.take(usage)).toBe('')
    expect(judge.take('[DONE]')).toBe('')
    expect(judge.isDone).toBe(true)
    expect(judge.held).toContain('"finish_reason":"stop"')
    expect(judge.held).not.toContain('prompt_tokens')
    expect(judge.facts).toEqual({ modelVersion: 'm-1', promptTokens: 7, completionTokens: 3 })
  })

  it('gives the counts to who asked for them', () => {
    expect(run([chunk({ content: 'a' }), chunk({}, 'stop'), usage, '[DONE]'], { withUsage: true }).judge.held).toContain('prompt_tokens')
  })

  it('holds back a last event that carries text and the reason at once', () => {
    const { passed, judge } = run([chunk({ content: 'alt' }, 'length'), '[DONE]'])
    expect(passed).toBe('')
    expect(judge.held).toContain('alt')
  })

  it("takes Azure's frames: the prompt's filter first, late annotations and withdrawal last", () => {
    const late = JSON.stringify({ choices: [{ index: 0, finish_reason: null, content_filter_results: {}, content_filter_offsets: {} }] })
    const { passed, judge } = run([filterFirst, chunk({ content: 'a' }), chunk({}, 'stop'), late, chunk({}, 'content_filter'), '[DONE]'])
    expect(passed).toContain('prompt_filter_results')
    expect(judge.isDone).toBe(true)
    expect(judge.held.match(/finish_reason":"content_filter/g)).toHaveLength(1)
  })

  it('is not moved by what follows the end', () => {
    const { judge } = run([chunk({}, 'stop'), '[DONE]', '[DONE]', 'not json', chunk({ content: 'late' })])
    expect(judge.isDone).toBe(true)
    expect(judge.held).not.toContain('late')
  })

  it.each([
    ['an end without a reason', [chunk({ content: 'a' }), '[DONE]'], 'upstream-failed'],
    ['nothing but the end', ['[DONE]'], 'upstream-failed'],
    ['no JSON', ['hej'], 'upstream-failed'],
    ['cut JSON', [chunk({ content: 'a' }).slice(0, 40)], 'upstream-failed'],
    ['a list', ['[1]'], 'upstream-failed'],
    ['null', ['null'], 'upstream-failed'],
    ['no choices', ['{}'], 'upstream-failed'],
    ['a second choice', [JSON.stringify({ choices: [{ index: 1, delta: { content: 'a' } }] })], 'upstream-failed'],
    ['two choices', [JSON.stringify({ choices: [{ delta: {} }, { delta: {} }] })], 'upstream-failed'],
    ['text after the reason', [chunk({}, 'stop'), chunk({ content: 'more' })], 'upstream-failed'],
    ['a call of a tool', [chunk({ tool_calls: [{ index: 0 }] })], 'upstream-failed'],
    ['an end for tools', [chunk({}, 'tool_calls')], 'upstream-failed'],
    ['a reason of its own', [chunk({}, 'because')], 'upstream-failed'],
    ['text that is no text', [chunk({ content: { a: 1 } })], 'upstream-failed'],
    ['an error', ['{"error":{"message":"secret"}}'], 'upstream-failed'],
    ['an error as text', ['{"error":"secret"}'], 'upstream-failed'],
    ['an error of the filter', ['{"error":{"code":"content_filter"}}'], 'content-filtered'],
  ])('refuses %s', (_what, events, code) => {
    expect(codeOf(() => run(events))).toBe(code)
  })

  it('stops when another model answers', () => {
    expect(codeOf(() => run([chunk({ content: 'a' })], { confirm: () => false }))).toBe('upstream-failed')
  })
})

describe('the judge of a whole answer', () => {
  const answer = (choice: object, more: object = {}) => JSON.stringify({ model: 'm-1', choices: [choice], ...more })
  const judged = (text: string) => judgeChatAnswer(text, () => true)

  it('reads what is known of it', () => {
    const text = answer({ message: { content: 'x' }, finish_reason: 'stop' }, { usage: { prompt_tokens: 4, completion_tokens: 2 } })
    expect(judged(text)).toEqual({ modelVersion: 'm-1', promptTokens: 4, completionTokens: 2 })
  })

  it.each([
    ['an answer that did not end', answer({ message: { content: 'x' }, finish_reason: null })],
    ['an answer without a reason', answer({ message: { content: 'x' } })],
    ['an answer without a message', answer({ finish_reason: 'stop' })],
    ['a call of a tool', answer({ message: { content: null, tool_calls: [{}] }, finish_reason: 'stop' })],
    ['no choice', '{"choices":[]}'],
    ['half of the bytes', answer({ message: { content: 'x' }, finish_reason: 'stop' }).slice(0, -4)],
    ['an error', '{"error":{"message":"secret"}}'],
    ['nothing', ''],
  ])('refuses %s', (_what, text) => {
    expect(codeOf(() => judged(text))).toBe('upstream-failed')
  })
})
