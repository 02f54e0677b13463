import type { Page } from '@playwright/test'
import { generateCases } from '#demo/data/generate.ts'
import type { CaseView } from '#utils/domain/case-view.ts'
import { danishDay } from '#utils/case-session/today.ts'
import { buildVariant } from '../../support/build-variant.ts'
import { packOfFacts } from '../../support/hostile-pack.ts'
import { plantCase, type PlantedCase } from '../../support/planted-case.ts'
import { DIALECTS, startStage, type Stage } from '../../support/stage.ts'
import { TEXT_SCREENS } from '../../support/text-screens.ts'
import { openPanel, unfoldAll, walkOverlay } from '../../support/unfold.ts'
import { judgeTraffic, judgeView, lookAround, pwnedInScript, seen, type Surface, type SurfaceRun, type View } from '../surface.ts'

const ROWS = 8
const MOST_CARDS = 2

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
    made.push(
      plantCase(found, {
        rows: ROWS,
        name: `Ida ${seen(name).replaceAll(/[()\d]/g, '')}`.slice(0, 120).trim(),
        next: () => vectors[at++ % vectors.length]?.payload ?? 'x',
      }),
    )
  }
  return made
}

interface Walk {
  readonly stage: Stage
  readonly cases: readonly PlantedCase[]
  readonly dialect: 'M' | 'K'
}

async function walk(run: SurfaceRun, { stage, cases, dialect }: Walk): Promise<void> {
  const page = await stage.newTab()
  let [pages, texts] = [0, 0]
  for (const one of cases) {
    for (const kind of TEXT_SCREENS) {
      await page.goto(stage.address(dialect, one.record, kind))
      pages += 1
      texts += await lookAt(run, { stage, page, one, where: `case in dialect ${dialect}, ${kind}` })
    }
  }
  run.tally.check('nothing shown', texts > 0, () => `dialect ${dialect}: no planted text was shown anywhere`)
  run.log(`case, dialect ${dialect}: ${cases.length} cases, ${pages} pages, ${texts} texts compared`)
  await page.close()
}

interface Look {
  readonly stage: Stage
  readonly page: Page
  readonly one: PlantedCase
  readonly where: string
}

/** One screen: page, content script, overlay and panel. Gives how many texts were compared. */
async function lookAt({ tally }: SurfaceRun, { stage, page, one, where }: Look): Promise<number> {
  const report = await stage.report(page, 120)
  tally.check('page not read', report !== null && report.kind !== 'off', () => `${where}: ${JSON.stringify(report)?.slice(0, 200)}`)
  const pwned = await page.evaluate(() => (window as { __pwned?: unknown }).__pwned ?? null)
  tally.check('script ran', pwned === null, () => `${where}: in the page, ${JSON.stringify(pwned)}`)
  tally.check('script ran', (await pwnedInScript(stage, await stage.tabId(page))) === null, () => `${where}: in the content script`)
  if (report?.kind !== 'open') return 0
  const walked = await walkOverlay(page, MOST_CARDS)
  judgeView(await page.evaluate(lookAround), `${where}, overlay`, tally)
  const panel = await openPanel(stage, page)
  await panel.waitForText(/Hvorfor ikke/)
  await panel.evaluate(`(${unfoldAll.toString()})(3)`)
  const view = await panel.evaluate<View>(`(${lookAround.toString()})()`)
  judgeView(view, `${where}, panel`, tally)
  // What was read and stands in a rule's answer must stand in the panel as it is.
  const shown = [...view.texts, ...walked.texts].map(seen).join('\n')
  const read = valuesOf(report.view)
  const due = one.planted.filter(({ key, text }) => read.has(text) && key !== 'note.body' && key !== 'section.text')
  for (const { key, text } of due) tally.check('text changed', shown.includes(seen(text)), () => `${where}, ${key}: ${text}`)
  return due.length
}

function valuesOf({ facts, lists }: CaseView): ReadonlySet<unknown> {
  const rows = Object.values(lists).flatMap((list) => (list?.rows ?? []).flatMap((row) => Object.values(row.facts)))
  return new Set([...Object.values(facts), ...rows].map((fact) => fact?.value))
}
