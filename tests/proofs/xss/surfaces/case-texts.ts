import { generateCases } from '#demo/data/generate.ts'
import type { PageKind } from '#demo/screens.ts'
import { danishDay } from '#utils/case-session/today.ts'
import { buildVariant } from '../../support/build-variant.ts'
import { packOfFacts } from '../../support/hostile-pack.ts'
import { plantCase, type PlantedCase } from '../../support/planted-case.ts'
import { DIALECTS, startStage, type Stage } from '../../support/stage.ts'
import { openPanel, unfoldAll, walkOverlay } from '../../support/unfold.ts'
import { judgeTraffic, judgeView, lookAround, pwnedInScript, seen, type Surface, type SurfaceRun, type View } from '../surface.ts'

const SCREENS: readonly PageKind[] = ['overview', 'contact', 'journal', 'documents', 'my-plan', 'offers', 'prep-plan', 'decisions', 'tasks', 'sickness', 'access']
const ROWS = 5
const MOST_CARDS = 4

/**
 * Every free text of a case: fields, note titles and bodies, people's names, document file names. A pack with a rule on each
 * of them makes overlay and panel show them.
 */
export const caseTexts: Surface = {
  name: 'case',
  run: async (run) => {
    const built = await buildVariant({ pack: packOfFacts() })
    const cases = plantAll(run)
    const stage = await startStage({ seed: run.seed, cases: cases.map(({ record }) => record), extension: built.folder })
    try {
      for (const dialect of DIALECTS) await walk(run, { stage, cases, dialect })
      judgeTraffic(stage, 'case', run.tally)
    } finally {
      await stage.close()
      built.remove()
    }
  },
}

/** As many cases as it takes to place every vector once; the names of the citizens are vectors as well. */
function plantAll({ seed, vectors }: SurfaceRun): readonly PlantedCase[] {
  const left = generateCases({ seed, today: danishDay(new Date()), extra: 40 }).toReversed()
  const made: PlantedCase[] = []
  let at = 0
  while (at < vectors.length) {
    const found = left.pop()
    if (!found) break
    const name = vectors[(at * 7) % vectors.length]?.payload ?? 'x'
    made.push(plantCase(found, { rows: ROWS, name: `Ida ${seen(name).replaceAll(/[()\d]/g, '')}`.slice(0, 120).trim(), next: () => vectors[at++ % vectors.length]?.payload ?? 'x' }))
  }
  return made
}

interface Walk {
  readonly stage: Stage
  readonly cases: readonly PlantedCase[]
  readonly dialect: 'M' | 'K'
}

async function walk({ tally, log }: SurfaceRun, { stage, cases, dialect }: Walk): Promise<void> {
  const page = await stage.newTab()
  let pages = 0
  let texts = 0
  for (const { record, planted } of cases) {
    for (const kind of SCREENS) {
      const where = `case in dialect ${dialect}, ${kind}`
      await page.goto(stage.address(dialect, record, kind))
      const report = await stage.report(page, 120)
      tally.check('page not read', report?.kind === 'open' || report?.kind === 'settling', () => `${where}: ${JSON.stringify(report)?.slice(0, 200)}`)
      pages += 1
      const pwned = await page.evaluate(() => (window as { __pwned?: unknown }).__pwned ?? null)
      tally.check('script ran', pwned === null, () => `${where}: in the page, ${JSON.stringify(pwned)}`)
      tally.check('script ran', (await pwnedInScript(stage, await stage.tabId(page))) === null, () => `${where}: in the content script`)
      if (report?.kind !== 'open') continue
      const walked = await walkOverlay(page, MOST_CARDS)
      judgeView(await page.evaluate(lookAround), `${where}, overlay`, tally)
      const panel = await openPanel(stage, page)
      await panel.waitForText(/Hvorfor ikke/)
      await panel.evaluate(`(${unfoldAll.toString()})(3)`)
      const view = await panel.evaluate<View>(`(${lookAround.toString()})()`)
      judgeView(view, `${where}, panel`, tally)
      // What was read and stands in a rule's answer must stand in the panel as it is.
      const shown = [...view.texts, ...walked.texts].map(seen).join('\n')
      const read = new Set([...Object.values(report.view.facts), ...Object.values(report.view.lists).flatMap((list) => list?.rows.flatMap((row) => Object.values(row.facts)) ?? [])].map((fact) => fact?.value))
      for (const { key, text } of planted) {
        if (!read.has(text) || key === 'note.body' || key === 'section.text') continue
        texts += 1
        tally.check('text changed', shown.includes(seen(text)), () => `${where}, ${key}: ${text}`)
      }
    }
  }
  tally.check('nothing shown', texts > 0, () => `dialect ${dialect}: no planted text was shown anywhere`)
  log(`case, dialect ${dialect}: ${cases.length} cases, ${pages} pages, ${texts} texts compared`)
  await page.close()
}
