import { launch } from '#build/browser/launch.ts'

export interface RunTimeFinding {
  readonly where: string
  readonly what: string
}

const PAGES = ['sidepanel.html', 'options.html']
const SETTLE_MS = 1500
const PLANTED = `setTimeout(() => { try { setTimeout('1', 0); document.body.innerHTML = '<b>x</b>' } catch { window.refused = true } }, 300)`

/**
 * Opens the extension's own pages and listens for what their policy refuses: code that only looks unused in the file
 * would show itself here. `plant` runs code from text on purpose, from the page and not from the test, because a test's
 * own scripts are let past the policy.
 */
export async function refusedAtRunTime(
  extension: string,
  plant: boolean,
): Promise<{ readonly pages: number; readonly findings: readonly RunTimeFinding[] }> {
  const browser = await launch({ extension })
  const findings: RunTimeFinding[] = []
  try {
    for (const name of PAGES) {
      const page = await browser.context.newPage()
      page.on('console', (message) => {
        if (/violates the following|Refused to|This document requires 'Trusted/.test(message.text()))
          findings.push({ where: name, what: message.text().slice(0, 200) })
      })
      page.on('pageerror', (error) => findings.push({ where: name, what: `error: ${error.message.slice(0, 200)}` }))
      if (plant) await page.addInitScript({ content: PLANTED })
      await page.goto(`chrome-extension://${browser.id}/${name}`)
      await page.waitForTimeout(SETTLE_MS)
      await page.close()
    }
  } finally {
    await browser.close()
  }
  return { pages: PAGES.length, findings }
}
