import type { Page } from '@playwright/test'
import { generateCases } from '#demo/data/generate.ts'
import { buildRulePack } from '#build/rule-pack.ts'
import { danishDay } from '#utils/case-session/today.ts'
import type { Proof } from '../claim.ts'
import { type PlantedFault, requireFound } from '../support/planted.ts'
import { Random } from '../support/random.ts'
import { startStage, type Stage } from '../support/stage.ts'
import { Tally } from '../support/tally.ts'
import type { Known } from './calls.ts'
import { fuzzMessage, type Fuzzed } from './fuzz.ts'
import { writeHostileExtension } from './hostile-extension.ts'
import { startLookAlike } from './look-alike.ts'
import { changed, observe } from './observe.ts'
import { askFromOwnPage, plantSignIn, toldToOwnPage } from './planted-sign-in.ts'
import { hostileSenders, type Sender } from './senders.ts'

const DEFAULT = 5000
const BATCH = 100

/** `messages`: nothing that anybody but the product's own parts sends is acted on or answered. */
export const prove: Proof = async ({ seed, n, log }) => {
  const tally = new Tally(log)
  const hostileFolder = writeHostileExtension()
  const lookAlike = await startLookAlike()
  const alikeHosts = [`localhost:${lookAlike.port}`, `evil.localhost:${lookAlike.port}`, `127.0.0.1:${lookAlike.port}`]
  const cases = generateCases({ seed, today: danishDay(new Date()) }).filter(({ lock }) => lock === null)
  const stage = await startStage({
    seed,
    cases,
    beside: [hostileFolder.folder],
    hosts: alikeHosts,
    // Policy narrows the build's hosts, so that the same names on another port are somebody else's.
    policy: ({ m, k }) => ({ municipality: 'Prøvekommune', fasitHosts: [`${new URL(m).origin}/*`, `${new URL(k).origin}/*`] }),
  })
  try {
    const [first] = cases
    if (!first) throw new Error('no case')
    const page = await stage.newTab()
    await openWithPolicy(stage, page, stage.address('M', first))
    const report = await stage.report(page)
    if (report?.kind !== 'open') throw new Error(`the case does not open: ${JSON.stringify(report)}`)
    const lookAlikes = await Promise.all(
      alikeHosts.map(async (host) => openAt(stage, `http://${host}/kobenhavn/person/vis.do?id=${first.number}`)),
    )
    const tokens = await plantSignIn(stage, seed)
    const known: Known = { rules: ruleIds(), token: report.view.token }
    const senders = await hostileSenders({ stage, page, hostile: await hostileWorker(stage), lookAlikes })
    const run: Run = { stage, page, lookAlikes, tally, secrets: [...tokens, report.view.token], known }
    requireFound(tally, await plantFaults(run, senders), log)
    await positiveControl(run, log)
    await attack(run, senders, { seed, count: n ?? DEFAULT })
    for (const error of stage.errors) tally.check('uncaught error', false, () => error)
    return tally.result(`${n ?? DEFAULT} messages from ${senders.length} hostile senders`)
  } finally {
    await stage.close()
    await lookAlike.stop()
    hostileFolder.remove()
  }
}

interface Run {
  readonly stage: Stage
  readonly page: Page
  readonly lookAlikes: readonly Page[]
  readonly tally: Tally
  readonly secrets: readonly string[]
  readonly known: Known
}

async function attack(
  run: Run,
  senders: readonly Sender[],
  { seed, count }: { readonly seed: number; readonly count: number },
): Promise<void> {
  const random = new Random(seed)
  const { stage, page, lookAlikes } = run
  for (let sent = 0, at = 0; sent < count; at += 1) {
    const sender = senders[at % senders.length]
    if (!sender) return
    const batch: Fuzzed[] = []
    while (batch.length < Math.min(BATCH, count - sent)) {
      const one = fuzzMessage(random, run.known)
      if (!isLawful(one, sender)) batch.push(one)
    }
    const before = await observe(stage, [page, ...lookAlikes])
    const replies = await sender.send(batch.map(({ message }) => message))
    const after = await observe(stage, [page, ...lookAlikes])
    const moved = changed(before, after)
    judgeBatch(run, sender, { batch, replies, moved })
    sent += batch.length
  }
}

/** What the sender may do anyway proves nothing. */
function isLawful({ message }: Fuzzed, { ownCalls }: Sender): boolean {
  const call = typeof message === 'object' && message !== null && !Array.isArray(message) ? (message as { call?: unknown }).call : undefined
  return typeof call === 'string' && ownCalls.includes(call)
}

interface Outcome {
  readonly batch: readonly Fuzzed[]
  readonly replies: readonly unknown[]
  readonly moved: readonly string[]
}

function judgeBatch({ tally, secrets }: Run, { name, mayHear }: Sender, { batch, replies, moved }: Outcome): void {
  const faults = replies.map((reply) => faultOf(reply, mayHear, secrets))
  for (const [at, fault] of faults.entries()) {
    if (fault !== null) tally.check(fault, false, () => `${name}: ${JSON.stringify(batch[at]?.message)} → ${JSON.stringify(replies[at])}`)
  }
  for (const what of moved)
    tally.check(
      'acted on',
      false,
      () => `${name}: ${what} changed during ${JSON.stringify(batch.map(({ message }) => message)).slice(0, 300)}`,
    )
  tally.pass(batch.length - faults.filter((fault) => fault !== null).length)
}

/** What is wrong with a reply to somebody who has no business asking. */
export function faultOf(reply: unknown, mayHear: Sender['mayHear'], secrets: readonly string[]): string | null {
  if (reply === null || reply === undefined) return null
  const text = JSON.stringify(reply)
  if (secrets.some((secret) => text.includes(secret))) return 'token in a reply'
  if (mayHear === 'nothing') return 'answered'
  const { ok, value } = reply as { ok?: boolean; value?: { kind?: string } }
  return ok === false || (ok === true && value?.kind === 'off') ? null : 'acted on'
}

async function plantFaults(
  { stage, page, lookAlikes, secrets: [secret = ''] }: Run,
  senders: readonly Sender[],
): Promise<readonly PlantedFault[]> {
  const { worker } = stage.browser
  const during = async (kind: string, work: () => Promise<unknown>, undo: () => Promise<unknown>): Promise<PlantedFault> => {
    const before = await observe(stage, [page, ...lookAlikes])
    await work()
    const found = changed(before, await observe(stage, [page, ...lookAlikes])).length > 0
    await undo()
    return { kind, found }
  }
  return [
    await during(
      'a setting is written',
      async () => worker.evaluate(async () => chrome.storage.local.set({ planted: 1 })),
      async () => worker.evaluate(async () => chrome.storage.local.remove('planted')),
    ),
    await during(
      'a token is written',
      async () => worker.evaluate(async () => chrome.storage.session.set({ planted: 1 })),
      async () => worker.evaluate(async () => chrome.storage.session.remove('planted')),
    ),
    await during(
      'a tab is opened',
      async () =>
        worker.evaluate(async () => {
          await chrome.tabs.create({ url: 'about:blank', active: false })
        }),
      async () =>
        worker
          .evaluate(async () => {
            for (const { id, url } of await chrome.tabs.query({})) if (id !== undefined && url === undefined) await chrome.tabs.remove(id)
          })
          .catch(() => undefined),
    ),
    await during(
      'something is shown in a page',
      async () =>
        lookAlikes[0]?.evaluate(() => {
          const host = document.createElement('div')
          host.setAttribute('data-sagshjaelp', '')
          document.body.append(host)
        }),
      async () => lookAlikes[0]?.evaluate(() => document.querySelector('[data-sagshjaelp]')?.remove()),
    ),
    { kind: 'a token in a reply', found: faultOf({ ok: false, code: secret }, 'refusals', [secret]) !== null },
    { kind: 'an answer to a stranger', found: faultOf({ ok: false, code: 'message-refused' }, 'nothing', []) !== null },
    { kind: 'an act for a look-alike', found: faultOf({ ok: true }, 'refusals', []) !== null },
    // A sender that cannot send proves nothing: our own script must get an answer to what it may ask.
    {
      kind: 'our script is heard',
      found:
        (
          await senders
            .find(({ name }) => name === 'our script in the page')
            ?.send([{ sagshjaelp: 1, to: 'background', call: 'pageSetup' }])
        )?.[0] !== null,
    },
    {
      kind: 'look-alikes can send',
      found:
        (
          await senders.find(({ name }) => name.startsWith('look-alike'))?.send([{ sagshjaelp: 1, to: 'background', call: 'pageSetup' }])
        )?.[0] !== null,
    },
  ]
}

/** The same messages do act when they come from where they should. */
async function positiveControl({ stage, page, tally, known, secrets }: Run, log: (line: string) => void): Promise<void> {
  const {
    control,
    browser: { worker },
  } = stage
  const settings = async () => worker.evaluate(async () => JSON.stringify(await chrome.storage.local.get(null)))
  const tabId = await stage.tabId(page)
  const rule = known.rules[0] ?? ''
  const good: readonly (readonly [string, () => Promise<unknown>])[] = [
    [
      'chooseTheme from the options page',
      async () =>
        control.evaluate(async () =>
          chrome.runtime.sendMessage({ sagshjaelp: 1, to: 'background', call: 'chooseTheme', payload: { theme: 'dark' } }),
        ),
    ],
    [
      'switchRule from the options page',
      async () =>
        control.evaluate(
          async (name) =>
            chrome.runtime.sendMessage({ sagshjaelp: 1, to: 'background', call: 'switchRule', payload: { rule: name, on: false } }),
          rule,
        ),
    ],
    [
      'dismissRule from the page',
      async () =>
        worker.evaluate(
          async ({ tab, name }) =>
            chrome.scripting.executeScript({
              target: { tabId: tab, frameIds: [0] },
              args: [name],
              func: async (id: string) =>
                chrome.runtime.sendMessage({
                  sagshjaelp: 1,
                  to: 'background',
                  call: 'dismissRule',
                  payload: { rule: id, reason: 'known' },
                }),
            }),
          { tab: tabId, name: rule },
        ),
    ],
  ]
  for (const [name, send] of good) {
    const before = await settings()
    await send()
    const after = await settings()
    tally.check('positive control', before !== after, () => `${name} changed nothing`)
  }
  const shown = await control.evaluate(
    async ({ tab, token }) =>
      chrome.tabs.sendMessage(
        tab,
        { sagshjaelp: 1, to: 'content', call: 'showFact', payload: { token, fact: { key: 'citizen.name', row: null } } },
        { frameId: 0 },
      ),
    { tab: tabId, token: await openToken(stage, page) },
  )
  tally.check('positive control', shown?.ok === true, () => `showFact with the right token: ${JSON.stringify(shown)}`)
  const told = await toldToOwnPage(stage, secrets.slice(0, -1))
  tally.check('token bytes', told === null, () => told ?? '')
  const heard = await askFromOwnPage(stage)
  tally.check('positive control', heard.at(-1) === 'end', () => `a question from our own page: ${JSON.stringify(heard)}`)
  log('positive control: six good messages sent')
}

async function openToken(stage: Stage, page: Page): Promise<string> {
  const report = await stage.report(page)
  return report?.kind === 'open' ? report.view.token : ''
}

async function hostileWorker({ browser: { context, id } }: Stage) {
  const other = () => context.serviceWorkers().find((worker) => new URL(worker.url()).host !== id)
  return other() ?? context.waitForEvent('serviceworker', { predicate: (worker) => new URL(worker.url()).host !== id })
}

/** The first answer of managed storage takes seconds; until then the narrower hosts do not hold. */
async function openWithPolicy(stage: Stage, page: Page, url: string): Promise<void> {
  await stage.control.waitForFunction(async () => Object.keys(await chrome.storage.managed.get(null)).length > 0, undefined, {
    timeout: 15_000,
  })
  await page.goto(url)
}

async function openAt(stage: Stage, url: string): Promise<Page> {
  const page = await stage.newTab()
  await page.goto(url)
  return page
}

function ruleIds(): readonly string[] {
  const built = buildRulePack()
  if (!built.ok) throw new Error('the rule pack does not build')
  return built.pack.rules.map(({ id }) => id)
}
