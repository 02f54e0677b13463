import type { Page } from '@playwright/test'
import type { Stage } from '../support/stage.ts'

/** All that a message could have changed. */
export interface Observed {
  readonly storage: string
  readonly tabs: string
  readonly contexts: string
  readonly scripts: string
  readonly pages: string
}

export async function observe({ browser: { worker } }: Stage, pages: readonly Page[]): Promise<Observed> {
  const inside = await worker.evaluate(async () => {
    const [local, session, tabs, contexts, scripts] = await Promise.all([
      chrome.storage.local.get(null),
      chrome.storage.session.get(null),
      chrome.tabs.query({}),
      chrome.runtime.getContexts({}),
      chrome.scripting.getRegisteredContentScripts(),
    ])
    // By the minute the product itself notes that it asked for guidance.
    const { 'guidance-poll': _asked, ...kept } = session
    return {
      storage: JSON.stringify([local, kept]),
      tabs: JSON.stringify(tabs.map(({ id, url }) => [id, url])),
      contexts: JSON.stringify(
        contexts
          .map(({ contextType, documentUrl }) => [contextType, documentUrl])
          .map(String)
          .toSorted(),
      ),
      scripts: JSON.stringify(scripts),
    }
  })
  const shown = await Promise.all(
    pages.map(async (page) =>
      page.evaluate(() => {
        const host = document.querySelector('[data-sagshjaelp]')
        return [
          location.href,
          document.querySelectorAll('[data-sagshjaelp]').length,
          host?.shadowRoot?.querySelectorAll('[data-slot]').length,
          host?.shadowRoot?.querySelector('aside')?.textContent,
          document.activeElement?.tagName,
        ]
      }),
    ),
  )
  return { ...inside, pages: JSON.stringify(shown) }
}

/** Names of what is no longer as it was. */
export function changed(before: Observed, after: Observed): readonly string[] {
  return (Object.keys(before) as (keyof Observed)[]).filter((what) => before[what] !== after[what])
}
