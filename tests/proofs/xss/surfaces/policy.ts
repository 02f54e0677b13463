import { readFileSync } from 'node:fs'
import { generateCases } from '#demo/data/generate.ts'
import { danishDay } from '#utils/case-session/today.ts'
import { Random } from '../../support/random.ts'
import { startStage } from '../../support/stage.ts'
import { openPanel, unfoldAll } from '../../support/unfold.ts'
import { judgeTraffic, judgeView, lookAround, pwnedInScript, seen, type Surface, type SurfaceRun, type View } from '../surface.ts'

const VECTORS_A_BROWSER = 105

type Json = Record<string, unknown>

/** The organisation's texts: its name, and every label, title and word of a site profile. Each browser is given another set. */
export const policyTexts: Surface = {
  name: 'policy and profile',
  run: async (run) => {
    const random = new Random(run.seed + 17)
    const browsers = Math.ceil(run.vectors.length / VECTORS_A_BROWSER)
    const share = Math.ceil(run.vectors.length / browsers)
    for (let at = 0; at < browsers; at += 1) {
      await oneBrowser(
        run,
        run.vectors.slice(at * share, (at + 1) * share).map(({ payload }) => payload),
        random,
      )
    }
    run.log(`policy and profile: ${run.vectors.length} vectors in ${browsers} browsers`)
  },
}

async function oneBrowser({ seed, tally }: SurfaceRun, payloads: readonly string[], random: Random): Promise<void> {
  const cases = generateCases({ seed, today: danishDay(new Date()) }).filter(({ lock }) => lock === null)
  const [first] = cases
  const short = payloads.filter((payload) => payload.length <= 80 && payload.trim() === payload)
  const municipality = short.length > 0 ? random.pick(short) : 'Prøve'
  const name = random.pick([...payloads.filter((payload) => payload.length <= 160), 'Prøve'])
  const profile = hostileProfile(name, payloads)
  const stage = await startStage({ seed, cases, policy: () => ({ municipality, siteProfile: JSON.stringify(profile) }) })
  try {
    await stage.control.waitForFunction(async () => Object.keys(await chrome.storage.managed.get(null)).length > 0, undefined, {
      timeout: 15_000,
    })
    await stage.control.reload()
    await stage.control.waitForSelector('.sh-health section')
    const options = await stage.control.evaluate(lookAround)
    judgeView(options, 'policy in options', tally)
    const text = options.texts.map(seen).join('\n')
    tally.check('text changed', text.includes(seen(municipality)), () => `municipality in options: ${municipality}`)
    tally.check('text changed', text.includes(seen(name)), () => `profile name in options: ${name}`)
    if (!first) throw new Error('no case')
    const page = await stage.newTab()
    await page.goto(stage.address('M', first))
    const report = await stage.report(page)
    tally.check('page not read', report?.kind === 'open', () => `with a hostile profile: ${JSON.stringify(report)?.slice(0, 200)}`)
    judgeView(await page.evaluate(lookAround), 'profile in overlay', tally)
    tally.check(
      'script ran',
      (await page.evaluate(() => (window as { __pwned?: unknown }).__pwned ?? null)) === null,
      () => 'profile: in the page',
    )
    tally.check('script ran', (await pwnedInScript(stage, await stage.tabId(page))) === null, () => 'profile: in the content script')
    const panel = await openPanel(stage, page)
    await panel.waitForText('Hvorfor ikke?')
    await panel.evaluate(`(${unfoldAll.toString()})(2)`)
    judgeView(await panel.evaluate<View>(`(${lookAround.toString()})()`), 'profile in panel', tally)
    tally.pass(payloads.length)
    judgeTraffic(stage, 'policy and profile', tally)
  } finally {
    await stage.close()
  }
}

/** A profile that still fits the pages, with vectors as titles, notes, further labels and words. */
function hostileProfile(name: string, payloads: readonly string[]): Json {
  const profile = JSON.parse(readFileSync(new URL('../../../../packs/profiles/sagsbord-m.json', import.meta.url), 'utf8')) as Json
  const short = payloads.filter((payload) => payload.length <= 160)
  let at = 0
  const next = () => short[at++ % Math.max(1, short.length)] ?? 'x'
  const words = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(words)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => {
        if (key === 'title' && typeof inner === 'string') return [key, next()]
        // Synonyms: the right ones stay, so that the profile still finds its fields.
        if (
          (key === 'name' || key === 'header' || key === 'label' || key === 'heading' || key === 'text') &&
          Array.isArray(inner) &&
          inner.length < 30
        )
          return [key, [...(inner as string[]), next()]]
        return [key, words(inner)]
      }),
    )
  }
  const { $schema: _schema, ...rest } = words(profile) as Json
  return {
    ...rest,
    name,
    note: next(),
    wordLists: { ...(rest['wordLists'] as Json), hostile: Object.fromEntries(short.slice(0, 20).map((payload) => [payload, payload])) },
    empty: [...((rest['empty'] ?? []) as string[]), next()],
  }
}
