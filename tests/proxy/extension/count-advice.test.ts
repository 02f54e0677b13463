import { beforeEach, expect, it } from 'vitest'
import { countAdvice, sendCounts, type WaitingCounts } from '#utils/use-records/count-advice.ts'
import type { SignInWorld } from '#utils/sign-in/sign-in-world.ts'
import type { SignedIn } from '#utils/sign-in/signed-in.ts'
import { adviceCounts, DISMISS_CODES, type AdviceCounts } from '#proxy/contract/guidance-counts.ts'
import { DISMISS_REASONS } from '#utils/assistant/dismiss-reason.ts'
import { errorBody, PROXY_ERRORS, type ProxyErrorCode } from '#proxy/contract/error-code.ts'
import { memoryItem } from './support.ts'

// What a browser counts of advice, against a proxy that confirms, refuses, or is away.

const ANNA: SignedIn = {
  issuer: 'i',
  clientId: 'c',
  subject: 'anna',
  accessToken: 'token',
  refreshToken: null,
  expiresAt: Date.now() + 3_600_000,
  endpoints: { token: 'http://127.0.0.1:9/', revocation: null },
  name: null,
  me: null,
}
const SHOWN = { rule: 'info-form-8-days', act: 'shown', reason: null } as const
const KNOWN = { rule: 'info-form-8-days', act: 'dismissed', reason: 'known' } as const

let sent: AdviceCounts[]
let answer: () => Response
let item: ReturnType<typeof memoryItem<WaitingCounts>>
let proxy: SignInWorld & { readonly base: string }
const refuse = (code: ProxyErrorCode) => () => Response.json(errorBody(code), { status: PROXY_ERRORS[code].status })

beforeEach(() => {
  sent = []
  answer = () => new Response(null, { status: 204 })
  item = memoryItem<WaitingCounts>({ open: {}, sent: null })
  proxy = {
    base: 'http://127.0.0.1:9',
    target: { issuer: 'i', clientId: 'c', scopes: [], resource: null },
    kept: memoryItem<SignedIn | null>(ANNA),
    redirect: () => '',
    openWindow: async () => '',
    fetch: async (_url, init) => {
      sent.push(adviceCounts.parse(JSON.parse(String(init?.body))))
      return answer()
    },
    now: () => Date.now(),
  }
})

it('adds up by rule, act and reason, and sends it once', async () => {
  await countAdvice(item, proxy, [SHOWN, SHOWN, KNOWN])
  await sendCounts(item, proxy)
  await sendCounts(item, proxy)
  expect(sent.map(({ counts }) => counts)).toEqual([
    [
      { ...SHOWN, times: 2 },
      { ...KNOWN, times: 1 },
    ],
  ])
})

it('sends the same batch again, under the same id, until the proxy has it; what comes meanwhile waits', async () => {
  await countAdvice(item, proxy, [SHOWN])
  answer = refuse('not-ready')
  await sendCounts(item, proxy)
  await countAdvice(item, proxy, [SHOWN])
  answer = () => new Response(null, { status: 204 })
  await sendCounts(item, proxy)
  await sendCounts(item, proxy)
  expect(sent).toHaveLength(3)
  expect(sent[1]).toEqual(sent[0])
  expect(sent[2]?.id).not.toBe(sent[0]?.id)
  expect(await item.get()).toEqual({ open: {}, sent: null })
})

it('lets go of what would be refused for ever', async () => {
  await countAdvice(item, proxy, [SHOWN])
  answer = refuse('invalid-request')
  await sendCounts(item, proxy)
  expect((await item.get()).sent).toBeNull()
})

it('counts nothing for nobody', async () => {
  await proxy.kept.update(() => null)
  await countAdvice(item, proxy, [SHOWN])
  await countAdvice(item, null, [SHOWN])
  await sendCounts(item, proxy)
  expect([await item.get(), sent]).toEqual([{ open: {}, sent: null }, []])
})

it('knows the reasons that a caseworker may give', () => {
  expect([...DISMISS_CODES].toSorted()).toEqual(Object.keys(DISMISS_REASONS).toSorted())
})
