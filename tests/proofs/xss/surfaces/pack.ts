import { generateCases } from '#demo/data/generate.ts'
import { danishDay } from '#utils/case-session/today.ts'
import { buildVariant } from '../../support/build-variant.ts'
import { packOfTexts } from '../../support/hostile-pack.ts'
import { startStage } from '../../support/stage.ts'
import { openPanel, unfoldAll, walkOverlay } from '../../support/unfold.ts'
import { judgeTraffic, judgeView, lookAround, pwnedInScript, seen, type Surface, type View } from '../surface.ts'

const CARDS = 12

/** Every text of a rule pack: titles, texts, actions, paragraphs, notes, conditions; in overlay, panel and options. */
export const packTexts: Surface = {
  name: 'rule pack',
  run: async ({ seed, vectors, tally, log }) => {
    const payloads = vectors.map(({ payload }) => payload)
    const built = await buildVariant({ pack: packOfTexts(payloads) })
    const cases = generateCases({ seed, today: danishDay(new Date()) }).filter(({ lock }) => lock === null)
    const stage = await startStage({ seed, cases, extension: built.folder })
    try {
      const [first] = cases
      if (!first) throw new Error('no case')
      const page = await stage.newTab()
      await page.goto(stage.address('M', first))
      if ((await stage.report(page))?.kind !== 'open') throw new Error('the case does not open')
      const walked = await walkOverlay(page, CARDS)
      const overlay = await page.evaluate(lookAround)
      judgeView(overlay, 'pack in overlay', tally)
      tally.check(
        'script ran',
        (await pwnedInScript(stage, await stage.tabId(page))) === null,
        () => 'pack in overlay: in the content script',
      )
      tally.check('nothing shown', walked.cards > 0, () => 'no card could be opened')
      const panel = await openPanel(stage, page)
      await panel.waitForText('Hvorfor ikke?')
      await panel.evaluate(`(${unfoldAll.toString()})(3)`)
      const inPanel = await panel.evaluate<View>(`(${lookAround.toString()})()`)
      judgeView(inPanel, 'pack in panel', tally)
      await stage.control.reload()
      await stage.control.waitForSelector('.sh-rules li')
      const options = await stage.control.evaluate(lookAround)
      judgeView(options, 'pack in options', tally)
      const texts = (view: readonly string[]) => view.map(seen).join('\n')
      const [inOverlay, panelText, optionsText] = [texts([...walked.texts, ...overlay.texts]), texts(inPanel.texts), texts(options.texts)]
      for (const payload of payloads) {
        tally.check('text changed', panelText.includes(seen(payload)), () => `pack in panel: ${payload}`)
        if (payload.length <= 90) {
          tally.check('text changed', inOverlay.includes(seen(payload)), () => `pack in overlay: ${payload}`)
          tally.check('text changed', optionsText.includes(seen(payload)), () => `pack in options: ${payload}`)
        }
      }
      judgeTraffic(stage, 'pack', tally)
      log(`rule pack: ${payloads.length} vectors, ${walked.cards} cards opened, ${inPanel.texts.length} texts in the panel`)
    } finally {
      await stage.close()
      built.remove()
    }
  },
}
