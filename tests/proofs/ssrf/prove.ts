import { startTrap, type Trap } from '#tests/proxy/support/trap.ts'
import { z } from '#utils/validation/zod.ts'
import type { Proof } from '../claim.ts'
import { readJsonLines } from '../support/json-lines.ts'
import { requireFound } from '../support/planted.ts'
import { startProxyStage, type ProxyStage } from '../support/proxy-stage.ts'
import { Random } from '../support/random.ts'
import { Tally } from '../support/tally.ts'
import { PLACES, placesFor } from './places.ts'
import { plantedFaults } from './planted.ts'
import { runCase, type CaseRun, type SsrfCase } from './run-cases.ts'
import { asName, asRedirect, asSetting } from './run-settings.ts'
import { SPY, SpyLog } from './spy-log.ts'
import { TARGETS, variantsOf } from './targets.ts'

/** Requests with a target in them; settings, names and redirects come on top. */
const DEFAULT = 900

const ssrfLine = z.object({ id: z.union([z.string(), z.number().transform(String)]), target: z.string(), where: z.string().default('') })

/** Where a target stands when it is not in a request. */
const SETTINGS = [
  'config',
  'configuration',
  'upstream',
  'setting',
  'settings',
  'dns',
  'name',
  'resolve',
  'rebind',
  'rebinding',
  'redirect',
  'location',
]

interface Line {
  readonly id: string
  readonly target: string
  readonly where: string
}

/**
 * `ssrf`: addresses of this machine, of private networks and of clouds' own services, in every place of a request, in
 * the configuration, behind names and in redirects: the proxy goes to none of them. `--data`: `{id, target, where}`.
 */
export const prove: Proof = async ({ seed, n, data, log }) => {
  const tally = new Tally(log)
  requireFound(tally, await plantedFaults(), log)
  const lines = data === null ? [] : readJsonLines<Line>(data, ssrfLine)
  const trap = await startTrap()
  const spy = new SpyLog()
  const stage = await startProxyStage({
    upstream: { more: { circuit: { failures: 1_000_000, restSeconds: 0.1, longestRestSeconds: 0.1 } } },
    nodeArgs: ['--import', SPY],
    env: { SAGSHJAELP_CONNECT_SPY: spy.file, NODE_USE_ENV_PROXY: '1', HTTP_PROXY: trap.url, HTTPS_PROXY: trap.url },
  })
  try {
    spy.allow(stage.upstream.port)
    spy.allow(Number(new URL(stage.issuer.issuer).port))
    const run = { port: stage.proxy.port, token: stage.token, upstream: stage.upstream, trap, spy, tally }
    const cases = data === null ? ownCases(new Random(seed), n ?? DEFAULT, trap) : dataCases(lines, trap)
    for (const one of cases) await runCase(one, run)
    const settings = await runSettings(data === null ? ownLines() : lines, { stage, run, spy })
    await stillWorks(stage, tally)
    tally.check('the spy sees', spy.hasSeenAnything(), () => 'the spy has seen nothing at all, so it proves nothing')
    tally.check('0 connections', trap.connections === 0, () => `${trap.connections} connections to the trap`)
    log(`places: ${PLACES.length}; requests: ${cases.length}; settings, names and redirects: ${settings}`)
    return tally.result(`${cases.length + settings} cases, ${trap.connections} connections to traps`)
  } finally {
    await stage.close()
    await trap.close()
    spy.close()
  }
}

/** Every place and every target several times, put together as the seed says. */
function ownCases(random: Random, count: number, trap: Trap): readonly SsrfCase[] {
  const shift = random.int(0, TARGETS.length - 1)
  return Array.from({ length: count }, (_, at) => {
    const target = TARGETS[(at * 7 + Math.floor(at / PLACES.length) + shift) % TARGETS.length] ?? random.pick(TARGETS)
    return { id: `own ${at}`, target: variantsOf(target, trap.port)[0] ?? target, place: PLACES[at % PLACES.length] ?? random.pick(PLACES) }
  })
}

const ownLines = (): readonly Line[] => TARGETS.map((target, at) => ({ id: `own ${at}`, target, where: 'config, dns, redirect' }))

/** Where a line names no single place, some of those it could mean, others for each line. */
const MOST_PLACES = 6

function dataCases(lines: readonly Line[], trap: Trap): readonly SsrfCase[] {
  const inRequests = lines.filter(({ where }) => !SETTINGS.includes(where.trim().toLowerCase()))
  return inRequests.flatMap(({ id, target, where }, line) => {
    const could = placesFor(where)
    const places = Array.from({ length: Math.min(MOST_PLACES, could.length) }, (_, at) => could[(line * MOST_PLACES + at) % could.length])
    return variantsOf(target, trap.port).flatMap((variant) =>
      places.flatMap((place) => (place === undefined ? [] : [{ id, target: variant, place }])),
    )
  })
}

/** Whatever a line says, its target is also tried as a setting, behind a name and in a redirect. */
async function runSettings(lines: readonly Line[], { stage, run, spy }: { stage: ProxyStage; run: CaseRun; spy: SpyLog }): Promise<number> {
  const { trap, tally } = run
  let count = 0
  for (const { id, target } of lines) {
    for (const variant of variantsOf(target, trap.port)) {
      await asSetting(id, variant, tally)
      await asName(id, variant, { trap, tally })
      await asRedirect(id, variant, { stage, trap, spy, tally })
      count += 3
    }
  }
  return count
}

/** A proxy that had stopped working would go nowhere either. */
async function stillWorks({ client, upstream }: ProxyStage, tally: Tally): Promise<void> {
  upstream.reset()
  const answer = await client.chat.completions.create({ model: 'sag-chat', messages: [{ role: 'user', content: 'Er du der?' }] })
  tally.check('the proxy still works', answer.choices[0]?.finish_reason === 'stop' && upstream.seen.length === 1, () =>
    JSON.stringify(answer),
  )
}
