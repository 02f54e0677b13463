import { setTimeout as sleep } from 'node:timers/promises'
import { startKeyIssuer } from '../../proxy/support/key-issuer.ts'
import type { TestStores } from '../../proxy/support/stores.ts'
import type { Tally } from '../support/tally.ts'
import { startMeServer } from './me-server.ts'

export interface SignOutRun {
  readonly stores: TestStores
  readonly tally: Tally
  readonly log: (line: string) => void
}

const PEOPLE = 10
const WITHIN_MS = 60_000

/** Signed out at one replica, refused by all within 60 s, and by one that is started afterwards from its first request. */
export async function signOutEverywhere({ stores, tally, log }: SignOutRun): Promise<void> {
  const config = await stores.config('postgres')
  const issuer = await startKeyIssuer()
  const replica = () => startMeServer({ auth: issuer.config, store: config })
  const [here, there] = await Promise.all([replica(), replica()])
  const tokens = Array.from({ length: PEOPLE }, (_, i) => `Bearer ${issuer.token({ subject: `person-${i}` })}`)
  const other = `Bearer ${issuer.token({ subject: 'somebody-else' })}`
  const status = (server: typeof here) => Promise.all(tokens.map((token) => server.ask(token)))
  tally.check(
    'sign-out',
    [...(await status(here)), ...(await status(there))].every((answer) => answer === 200),
    () => 'not all were let in before',
  )

  const from = Date.now()
  await Promise.all(tokens.map((token) => here.signOut(token)))
  const atOnce = await status(here)
  tally.check(
    'sign-out',
    atOnce.every((answer) => answer === 401),
    () => `replayed where it was signed out: ${atOnce.join(' ')}`,
  )
  let elsewhere = await status(there)
  while (!elsewhere.every((answer) => answer === 401) && Date.now() - from < WITHIN_MS) {
    await sleep(250)
    elsewhere = await status(there)
  }
  const took = Date.now() - from
  tally.check(
    'sign-out',
    elsewhere.every((answer) => answer === 401),
    () => `replayed at another replica after ${took} ms: ${elsewhere.join(' ')}`,
  )
  const late = await replica()
  const afterwards = await status(late)
  tally.check(
    'sign-out',
    afterwards.every((answer) => answer === 401),
    () => `replayed at a replica started later: ${afterwards.join(' ')}`,
  )
  const others = await Promise.all([here, there, late].map((server) => server.ask(other)))
  tally.check(
    'sign-out',
    others.every((answer) => answer === 200),
    () => `somebody else: ${others.join(' ')}`,
  )
  log(`sign-out: refused at once where it was said, after ${took} ms by another replica, from the start by a new one`)
  await Promise.all([here, there, late].map((server) => server.close()))
  await issuer.close()
}
