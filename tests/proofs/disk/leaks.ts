import { extensionId } from '#build/browser/extension-id.ts'
import { EXTENSION } from '#build/browser/launch.ts'
import { openProfile, type ProfileBrowser } from '../support/profile-browser.ts'
import { scanFolder } from './scan.ts'

/** Ways to leave a text on disk that a page of the extension has, and one that leaves none. */
const WAYS = [
  'storage.local, removed at once',
  'sessionStorage',
  'page title',
  'history.state',
  'typed into a plain field',
  'IndexedDB',
  'Cache',
] as const
const NO_TRACE = 'storage.session'

/** Leaks on purpose, then scans: which ways did the scan not see? */
export async function unseenLeaks(
  secret: string,
  end: 'close' | 'kill',
): Promise<{ readonly planted: number; readonly unseen: readonly string[] }> {
  const wordOf = (way: string) => `${secret}${[...WAYS, NO_TRACE].indexOf(way)}z`
  const browser = await openProfile(EXTENSION)
  try {
    await leak(browser, wordOf)
    await browser[end]()
    const { hits } = scanFolder(
      browser.profile,
      [...WAYS, NO_TRACE].map((way) => ({ id: way, spellings: [wordOf(way)] })),
    )
    const seen = new Set(hits.map(({ needle }) => needle))
    return {
      planted: WAYS.length,
      unseen: [...WAYS.filter((way) => !seen.has(way)), ...(seen.has(NO_TRACE) ? [`${NO_TRACE} is on disk`] : [])],
    }
  } finally {
    browser.throwAway()
  }
}

async function leak({ context }: ProfileBrowser, wordOf: (way: string) => string): Promise<void> {
  const page = await context.newPage()
  await page.goto(`chrome-extension://${extensionId(EXTENSION)}/options.html`)
  const words = Object.fromEntries([...WAYS, NO_TRACE].map((way) => [way, wordOf(way)]))
  await page.evaluate(async (secrets: Record<string, string>) => {
    const word = (way: string) => secrets[way] ?? ''
    await chrome.storage.local.set({ leak: word('storage.local, removed at once') })
    await chrome.storage.local.remove('leak')
    await chrome.storage.session.set({ leak: word('storage.session') })
    sessionStorage.setItem('leak', word('sessionStorage'))
    document.title = word('page title')
    history.pushState({ leak: word('history.state') }, '', '#leak')
    const cache = await caches.open('leak')
    await cache.put('https://leak.example/', new Response(word('Cache')))
    await new Promise<void>((resolve, reject) => {
      const open = indexedDB.open('leak')
      open.addEventListener('upgradeneeded', () => open.result.createObjectStore('leak'))
      open.addEventListener('error', () => reject(new Error('no database')))
      open.addEventListener('success', () => {
        const change = open.result.transaction('leak', 'readwrite')
        change.objectStore('leak').put(word('IndexedDB'), 'leak')
        change.addEventListener('complete', () => resolve())
      })
    })
    const field = document.createElement('textarea')
    field.id = 'leak'
    document.body.append(field)
  }, words)
  await page.locator('#leak').pressSequentially(wordOf('typed into a plain field'))
  // The browser saves open tabs, their fields and their session storage every few seconds.
  await page.waitForTimeout(9000)
}
