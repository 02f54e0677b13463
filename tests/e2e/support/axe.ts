import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { SidePanel } from './side-panel.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Faults in a part of a page, also inside open shadow roots, each as `rule: element`. */
export async function faultsIn(page: Page, selector?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page }).withTags(TAGS)
  const { violations } = await (selector === undefined ? axe : axe.include(selector)).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

// The panel is no page of Playwright's, so the checker that Playwright's own package brings is put into it by hand.
const checker = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js')

/** Faults in the real side panel. */
export async function faultsInPanel(panel: SidePanel): Promise<string[]> {
  await panel.evaluate(`${readFileSync(checker, 'utf8')}; undefined`)
  return panel.evaluate<string[]>(
    `axe.run(document, { runOnly: ${JSON.stringify(TAGS)} }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`,
  )
}
