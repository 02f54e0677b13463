import { setTimeout as sleep } from 'node:timers/promises'
import type { StoreConfig } from '#proxy/store/store-config.ts'
import { startKeyIssuer, type KeyIssuer } from '../../proxy/support/key-issuer.ts'
import { newKey } from '../../proxy/support/make-token.ts'
import type { Random } from '../support/random.ts'
import type { Tally } from '../support/tally.ts'
import { startMeServer, type MeServer } from './me-server.ts'

export interface KeyRun {
  readonly store: StoreConfig
  readonly tally: Tally
  readonly log: (line: string) => void
  readonly random: Random
}

const PER_SECOND = 50
const ROTATIONS = 6
const RANDOM_IDS = 1000
const COOLDOWN_MS = 30_000

/** 50 good requests a second, of new people all the time, while the keys change, the issuer goes away and others guess. */
export async function keysUnderLoad(run: KeyRun): Promise<void> {
  const issuer = await startKeyIssuer()
  const server = await startMeServer({ auth: issuer.config, store: run.store })
  try {
    await rotations(issuer, server, run)
    await guesses(issuer, server, run)
    await issuerAway(issuer, server, run)
  } finally {
    await server.close()
    await issuer.close()
  }
}

interface Load {
  stop(): Promise<{ readonly sent: number; readonly lost: readonly number[] }>
}

function load(issuer: KeyIssuer, server: MeServer): Load {
  const answers: Promise<number>[] = []
  const timer = setInterval(
    () => answers.push(server.ask(`Bearer ${issuer.token({ subject: `person-${answers.length}` })}`)),
    1000 / PER_SECOND,
  )
  return {
    async stop() {
      clearInterval(timer)
      const statuses = await Promise.all(answers)
      return { sent: statuses.length, lost: statuses.filter((status) => status !== 200) }
    },
  }
}

/** The new key signs from the moment it is published, and the old one is gone at once: the hardest kind. */
async function rotations(issuer: KeyIssuer, server: MeServer, { tally, log, random }: KeyRun): Promise<void> {
  const running = load(issuer, server)
  const before = issuer.fetches.length
  for (let i = 0; i < ROTATIONS; i += 1) {
    await sleep(random.int(1200, 2500))
    issuer.keys = [newKey(random.pick(['RS256', 'ES256']))]
    if (random.chance(0.3)) issuer.mood = { slowMs: 300 }
  }
  await sleep(1500)
  issuer.mood = 'up'
  const { sent, lost } = await running.stop()
  tally.check(
    'rotation',
    lost.length === 0,
    () => `${lost.length} of ${sent} good requests lost over ${ROTATIONS} rotations: ${lost.join(' ')}`,
  )
  tally.pass(sent - lost.length)
  log(
    `rotation: ${ROTATIONS} rotations under ${PER_SECOND} requests a second: ${lost.length} of ${sent} lost, ${issuer.fetches.length - before} fetches`,
  )
}

async function guesses(issuer: KeyIssuer, server: MeServer, { tally, log, random }: KeyRun): Promise<void> {
  const before = issuer.fetches.length
  const from = Date.now()
  const running = load(issuer, server)
  const key = newKey()
  const statuses: number[] = []
  for (let i = 0; i < RANDOM_IDS; i += 50) {
    const some = Array.from({ length: 50 }, () => server.ask(`Bearer ${issuer.token({ key, header: { kid: String(random.next()) } })}`))
    statuses.push(...(await Promise.all(some)))
  }
  const { sent, lost } = await running.stop()
  const fetches = issuer.fetches.length - before
  const most = 1 + Math.floor((Date.now() - from) / COOLDOWN_MS)
  tally.check(
    'guessed key ids',
    statuses.every((status) => status === 401),
    () => `answers to guesses: ${[...new Set(statuses)].join(' ')}`,
  )
  tally.check('guessed key ids', fetches <= most, () => `${RANDOM_IDS} guesses caused ${fetches} fetches, at most ${most} allowed`)
  tally.check('guessed key ids', lost.length === 0, () => `${lost.length} of ${sent} good requests lost meanwhile`)
  log(
    `guesses: ${RANDOM_IDS} unknown key ids in ${Date.now() - from} ms caused ${fetches} fetches; ${lost.length} of ${sent} good requests lost`,
  )
}

/** Known keys go on working, in every way the issuer can be away. */
async function issuerAway(issuer: KeyIssuer, server: MeServer, { tally, log }: KeyRun): Promise<void> {
  const running = load(issuer, server)
  for (const mood of [
    'down',
    { status: 503 },
    { status: 302 },
    { text: '' },
    { text: '{"keys":[]}' },
    { text: '{"keys":[{"kty":"oct","k":"AAAA"}]}' },
  ] as const) {
    issuer.mood = mood
    const guess = await server.ask(`Bearer ${issuer.token({ header: { kid: 'unknown' } })}`)
    tally.check('issuer away', guess === 401, () => `an unknown key id was answered ${guess} with the issuer ${JSON.stringify(mood)}`)
    await sleep(300)
  }
  issuer.mood = 'up'
  const { sent, lost } = await running.stop()
  tally.check('issuer away', lost.length === 0, () => `${lost.length} of ${sent} good requests lost with the issuer away`)
  log(`issuer away in 6 ways: ${lost.length} of ${sent} good requests lost`)
}
