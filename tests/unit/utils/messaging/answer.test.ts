import { beforeEach, describe, expect, it, vi } from 'vitest'
import { AppError } from '#utils/domain/app-error.ts'
import { answerCalls } from '#utils/messaging/answer.ts'
import { createClient } from '#utils/messaging/client.ts'
import { dismissChoice, pageSnoozeChoice, showFactChoice } from '#utils/messaging/payloads.ts'

type Listener = (message: unknown, sender: { id?: string }) => Promise<unknown> | undefined
const listeners = vi.hoisted(() => new Set<Listener>())
vi.mock('#utils/browser/browser.ts', () => ({
  browser: {
    runtime: {
      onMessage: { addListener: (one: Listener) => listeners.add(one), removeListener: (one: Listener) => listeners.delete(one) },
    },
  },
}))

interface Calls {
  greet(payload: { name: string }): string
  ping(): void
  fail(): void
  leak(): void
}

const deliver = async (message: unknown, sender = { id: 'ours' }) => {
  const answers = [...listeners].map((listener) => listener(message, sender)).filter((answer) => answer !== undefined)
  return answers.length === 0 ? undefined : await answers[0]
}
const client = createClient<Calls>('background', async (message) => deliver(message))
const ran = vi.fn<() => void>()

beforeEach(() => {
  listeners.clear()
  ran.mockClear()
  answerCalls<Calls, object>('background', ({ id }) => (id === 'ours' ? {} : null), {
    greet: {
      payload: (raw) => (typeof raw === 'object' && raw !== null && 'name' in raw ? { name: String(raw.name) } : undefined),
      run: ({ name }) => `Hej ${name}`,
    },
    ping: { run: ran },
    fail: {
      run: () => {
        throw new AppError('rule-locked')
      },
    },
    leak: {
      run: () => {
        throw new Error('140752-6123')
      },
    },
  })
})

describe('answered calls', () => {
  it('reach the answerer and come back', async () => {
    await expect(client('greet', { name: 'Ida' })).resolves.toBe('Hej Ida')
    await client('ping')
    expect(ran).toHaveBeenCalledOnce()
  })

  it('carry errors as codes and nothing of any other error', async () => {
    await expect(client('fail')).rejects.toMatchObject({ code: 'rule-locked' })
    await expect(client('leak')).rejects.toMatchObject({ code: 'unexpected', message: 'unexpected' })
  })

  it('are left alone when sender, form, receiver, call or payload is not right', async () => {
    const envelope = { sagshjaelp: 1, to: 'background', call: 'ping' }
    const refused: [unknown, { id: string }?][] = [
      [envelope, { id: 'theirs' }],
      [null],
      ['ping'],
      [{ ...envelope, sagshjaelp: 2 }],
      [{ ...envelope, to: 'content' }],
      [{ ...envelope, call: 'constructor' }],
      [{ ...envelope, call: '__proto__' }],
      [{ ...envelope, payload: {} }],
      [{ ...envelope, call: 'greet' }],
      [{ ...envelope, call: 'greet', payload: { x: 1 } }],
    ]
    for (const [message, sender] of refused) expect(await deliver(message, sender), JSON.stringify(message)).toBeUndefined()
    expect(ran).not.toHaveBeenCalled()
    await expect(createClient<Calls>('content', async (message) => deliver(message))('ping')).rejects.toMatchObject({
      code: 'message-refused',
    })
  })

  it('say that the page is disconnected when there is nobody', async () => {
    const broken = createClient<Calls>('background', async () => {
      throw new Error('Extension context invalidated.')
    })
    await expect(broken('ping')).rejects.toMatchObject({ code: 'page-disconnected' })
  })
})

describe('payloads', () => {
  it('take what they say and refuse everything else', () => {
    expect(dismissChoice({ rule: 'first-meeting', reason: 'known' })).toEqual({ rule: 'first-meeting', reason: 'known' })
    expect(dismissChoice({ rule: 'first-meeting', reason: 'known', note: 'om borgeren' })).toBeUndefined()
    expect(dismissChoice({ rule: 'First', reason: 'known' })).toBeUndefined()
    expect(pageSnoozeChoice({ rule: 'a', until: '2026-13-01' })).toBeUndefined()
    expect(pageSnoozeChoice({ rule: 'a', until: '9999-01-01' })).toBeUndefined()
    expect(showFactChoice({ token: 't'.repeat(16), fact: { key: 'citizen.name', row: null } })).toBeDefined()
    expect(showFactChoice({ token: 't'.repeat(16), fact: { key: 'citizen.secret', row: null } })).toBeUndefined()
  })
})
