import { describe, expect, it } from 'vitest'
import { chatRequest, embeddingsRequest, transcriptionFields } from '#proxy/contract/openai-request.ts'
import { anyHoldsCpr, chatTexts } from '#proxy/relay/prompt-guard.ts'
import { soundFile } from '#proxy/relay/sound-form.ts'
import { readUse } from '#proxy/relay/use-headers.ts'

const CPR = '140752-7123'
const user = (content: unknown) => ({ model: 'm', messages: [{ role: 'user', content }] })
const holds = (body: unknown) => anyHoldsCpr(chatTexts(chatRequest.parse(body)))

describe('the guard of prompts', () => {
  it.each([
    ['a message', user(`Borger ${CPR}`)],
    [
      'a part',
      user([
        { type: 'text', text: 'a' },
        { type: 'text', text: CPR },
      ]),
    ],
    [
      'two parts that meet',
      user([
        { type: 'text', text: '140752' },
        { type: 'text', text: '7123' },
      ]),
    ],
    [
      'a system text',
      {
        model: 'm',
        messages: [
          { role: 'system', content: CPR },
          { role: 'user', content: 'a' },
        ],
      },
    ],
    ['an earlier answer', { model: 'm', messages: [{ role: 'assistant', content: CPR }] }],
    ['a stop text', { ...user('a'), stop: CPR }],
    ['a list of stop texts', { ...user('a'), stop: ['b', CPR] }],
    ['a form of answer', { ...user('a'), response_format: { type: 'json_schema', json_schema: { name: 'n', description: CPR } } }],
    [
      'a key in a form',
      { ...user('a'), response_format: { type: 'json_schema', json_schema: { name: 'n', schema: { a: { [CPR]: 1 } } } } },
    ],
    [
      'a number in a form',
      { ...user('a'), response_format: { type: 'json_schema', json_schema: { name: 'n', schema: { a: [1407527123] } } } },
    ],
    ['other digits', user('１４０７５２-７１２３')],
  ])('finds a number in %s', (_where, body) => {
    expect(holds(body)).toBe(true)
  })

  it.each([
    ['ordinary text', user('Mødet er den 24. november 2026 kl. 10, og beløbet er 12.500 kr.')],
    [
      'numbers that are apart',
      user([
        { type: 'text', text: 'Sag 12 ' },
        { type: 'text', text: ' side 7' },
      ]),
    ],
  ])('lets %s pass', (_what, body) => {
    expect(holds(body)).toBe(false)
  })
})

describe('the requests', () => {
  it.each([
    ['tools', { ...user('a'), tools: [] }],
    ['functions', { ...user('a'), functions: [] }],
    ['a picture', user([{ type: 'image_url', image_url: { url: 'data:' } }])],
    ['sound', user([{ type: 'input_audio', input_audio: {} }])],
    ['a name', { model: 'm', messages: [{ role: 'user', content: 'a', name: 'b' }] }],
    ["a tool's answer", { model: 'm', messages: [{ role: 'tool', content: 'a', tool_call_id: 'x' }] }],
    ['the person', { ...user('a'), user: 'b' }],
    ['notes', { ...user('a'), metadata: {} }],
    ['several answers', { ...user('a'), n: 2 }],
    ['a stored answer', { ...user('a'), store: true }],
    ['no message', { model: 'm', messages: [] }],
    ['an unknown field in a part', user([{ type: 'text', text: 'a', cache_control: {} }])],
  ])('do not take %s', (_what, body) => {
    expect(chatRequest.safeParse(body).success).toBe(false)
  })

  it('take what the stock client sends', () => {
    const body = { ...user('a'), stream: true, stream_options: { include_usage: true }, temperature: 0, max_tokens: null, seed: 1 }
    expect(chatRequest.safeParse(body).success).toBe(true)
    expect(embeddingsRequest.safeParse({ model: 'm', input: ['a'], encoding_format: 'base64' }).success).toBe(true)
    expect(transcriptionFields.safeParse({ model: 'm', language: 'da', temperature: '0.2' }).success).toBe(true)
  })

  it('take no vectors of numbers that nobody can read', () => {
    expect(embeddingsRequest.safeParse({ model: 'm', input: [1, 2] }).success).toBe(false)
    expect(embeddingsRequest.safeParse({ model: 'm', input: [[1], [2]] }).success).toBe(false)
  })
})

describe('what a call is for', () => {
  it('is made up where it is not said', () => {
    expect(readUse({})).toMatchObject({ feature: 'unspecified', purpose: 'unspecified', caseHash: null })
  })

  it('is taken as it is said', () => {
    const said = {
      'x-sagshjaelp-use': 'b5a7a7f0-5a0e-4c1e-9f57-0a9f3a1f0c11',
      'x-sagshjaelp-feature': 'draft',
      'x-sagshjaelp-case': 'a'.repeat(64),
    }
    expect(readUse(said)).toMatchObject({ useId: said['x-sagshjaelp-use'], feature: 'draft', caseHash: 'a'.repeat(64) })
  })

  it.each([
    ['x-sagshjaelp-use', 'a'],
    ['x-sagshjaelp-feature', 'Jens'],
    ['x-sagshjaelp-purpose', ''],
    ['x-sagshjaelp-case', 'A'.repeat(64)],
  ])('is refused when %s holds "%s"', (name, value) => {
    expect(readUse({ [name]: value })).toBeNull()
  })
})

describe('sound', () => {
  it.each([
    ['webm', Buffer.concat([Buffer.from('1a45dfa3', 'hex'), Buffer.alloc(20)])],
    ['ogg', Buffer.from('OggS................')],
    ['wav', Buffer.from('RIFF....WAVEfmt ....')],
    ['m4a', Buffer.from('....ftypM4A ........')],
    ['mp3', Buffer.concat([Buffer.from([0xff, 0xfb]), Buffer.alloc(20)])],
  ])('is known as %s by its first bytes, and gets a name of ours', (end, bytes) => {
    expect(soundFile(bytes)?.name).toBe(`lyd.${end}`)
  })

  it.each([
    ['a page', Buffer.from('<html>..............')],
    ['a PDF', Buffer.from('%PDF-1.7............')],
    ['almost nothing', Buffer.from('OggS')],
  ])('is not %s', (_what, bytes) => {
    expect(soundFile(bytes)).toBeNull()
  })
})
