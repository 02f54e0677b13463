import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import type { SignInWorld } from '#utils/sign-in/sign-in-world.ts'
import type { SignedIn } from '#utils/sign-in/signed-in.ts'
import { makeRecord } from '#utils/use-records/make-record.ts'
import { queueUse, sendUses, type Waiting } from '#utils/use-records/queue.ts'
import type { UseNote } from '#utils/use-records/use-note.ts'
import { errorBody, PROXY_ERRORS, type ProxyErrorCode } from '#proxy/contract/error-code.ts'
import { usageRequest } from '#proxy/contract/usage-record.ts'
import { memoryItem } from './support.ts'

// The queue of records of use, against a proxy that confirms, refuses, or is away.

const signedIn = (subject: string): SignedIn => ({
  issuer: 'i',
  clientId: 'c',
  subject,
  accessToken: `token of ${subject}`,
  refreshToken: null,
  expiresAt: Date.now() + 3_600_000,
  endpoints: { token: 'http://127.0.0.1:9/', revocation: null },
  name: null,
  me: null,
})
const note = (change: Partial<UseNote> = {}): UseNote => ({
  id: randomUUID(),
  feature: 'advice',
  purpose: 'case-work',
  origin: 'local',
  outcome: 'shown',
  caseId: 'SAG-7',
  entries: [{ kind: 'note', ids: ['NOTAT-1'] }],
  coverage: { read: 1, of: 2 },
  ...change,
})
const context = {
  pseudonyms: { municipality: '101', pseudonym: { keyId: 'k', key: 'A'.repeat(43) } },
  sources: [{ from: 'built-in', id: 'dk', version: '1', rules: 1, serial: null, expires: null }] as const,
  appVersion: '0.1.0',
  now: Date.now(),
}

let sent: { readonly token: string | null; readonly ids: readonly string[] }[]
let answer: (ids: readonly string[]) => Response
let queue: ReturnType<typeof memoryItem<readonly Waiting[]>>
let proxy: SignInWorld & { readonly base: string }

const confirm = (ids: readonly string[]) => Response.json({ results: ids.map((id) => ({ id, state: 'recorded' })) })
const refuse = (code: ProxyErrorCode) => () => Response.json(errorBody(code), { status: PROXY_ERRORS[code].status })

beforeEach(() => {
  sent = []
  answer = confirm
  queue = memoryItem<readonly Waiting[]>([])
  proxy = {
    base: 'http://127.0.0.1:9',
    target: { issuer: 'i', clientId: 'c', scopes: [], resource: null },
    kept: memoryItem<SignedIn | null>(signedIn('anna')),
    redirect: () => '',
    openWindow: async () => '',
    fetch: async (_url, init) => {
      const { uses } = usageRequest.parse(JSON.parse(String(init?.body)))
      const ids = uses.map(({ id }) => id)
      sent.push({ token: new Headers(init?.headers).get('authorization'), ids })
      return answer(ids)
    },
    now: () => Date.now(),
  }
})

async function put(count: number, subject = 'anna'): Promise<void> {
  for (let left = count; left > 0; left -= 1) await queueUse(queue, { subject, record: await makeRecord(note(), context) })
}

it('makes a record that the proxy takes, without the case’s or an entry’s own id', async () => {
  const text = JSON.stringify(usageRequest.parse({ uses: [await makeRecord(note(), context)] }))
  expect(text).not.toMatch(/SAG-7|NOTAT-1/)
})

it('sends all that waits, fifty at a time, and each only once', async () => {
  await put(120)
  await sendUses(queue, proxy)
  await sendUses(queue, proxy)
  expect(sent.map(({ ids }) => ids.length)).toEqual([50, 50, 20])
  expect(await queue.get()).toEqual([])
})

it('does not queue the same use twice', async () => {
  const record = await makeRecord(note(), context)
  await queueUse(queue, { subject: 'anna', record })
  await queueUse(queue, { subject: 'anna', record })
  expect(await queue.get()).toHaveLength(1)
})

it.each<readonly [string, () => Response]>([
  [
    'is away',
    () => {
      throw new TypeError('fetch failed')
    },
  ],
  ['is not ready', refuse('not-ready')],
  ['answers half', () => new Response('{"results":[')],
  ['confirms nothing', () => Response.json({ results: [] })],
])('keeps what waits when the proxy %s, and sends it later', async (_how, bad) => {
  await put(3)
  answer = bad
  await sendUses(queue, proxy)
  expect(await queue.get()).toHaveLength(3)
  answer = confirm
  await sendUses(queue, proxy)
  expect(await queue.get()).toEqual([])
})

it('lets go of what the proxy will never take, so that the rest comes through', async () => {
  await put(1)
  answer = refuse('invalid-request')
  await sendUses(queue, proxy)
  expect(await queue.get()).toEqual([])
})

it('sends nobody’s use in another’s name', async () => {
  await put(2, 'bent')
  await put(1, 'anna')
  await sendUses(queue, proxy)
  expect(sent.map(({ ids }) => ids.length)).toEqual([1])
  await proxy.kept.update(() => signedIn('bent'))
  await sendUses(queue, proxy)
  expect(sent.at(-1)).toMatchObject({ token: 'Bearer token of bent' })
  expect(sent.at(-1)?.ids).toHaveLength(2)
})
