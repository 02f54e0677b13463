import type { BrowserContext, CDPSession, Page } from '@playwright/test'
import { differences } from './compare.ts'
import { keepWatch, takeSnapshot, type Snapshot } from './in-page.ts'
import { followWorlds, interferes } from './listeners.ts'

interface Fault {
  readonly name: string
  /** The aspect that must tell it. */
  readonly aspect: string
  /** Runs in an isolated world, as a content script does. */
  readonly code: string
}

const FAULTS: readonly Fault[] = [
  {
    name: 'an attribute on a node of the page',
    aspect: 'dom',
    code: `document.querySelector('main, #root, body').setAttribute('data-seen', '1')`,
  },
  { name: 'a class on the body', aspect: 'root', code: `document.body.classList.add('x'); document.body.classList.remove('x')` },
  { name: "a node among the page's", aspect: 'dom', code: `document.body.append(document.createElement('i'))` },
  {
    name: 'a changed text',
    aspect: 'dom',
    code: `document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT).nextNode().nodeValue += ' '`,
  },
  { name: 'a value in a field', aspect: 'dom', code: `document.querySelector('input').value = 'x'` },
  {
    name: 'a style sheet',
    aspect: 'sheets',
    code: `{ const s = new CSSStyleSheet(); s.replaceSync('b{}'); document.adoptedStyleSheets = [...document.adoptedStyleSheets, s] }`,
  },
  { name: 'a style that moves things', aspect: 'layout', code: `document.body.style.paddingTop = '3px'` },
  { name: 'a style that colours things', aspect: 'look', code: `document.body.style.color = 'rgb(1, 2, 3)'` },
  {
    name: 'a second host',
    aspect: 'hosts',
    code: `for (const n of [1, 2]) { const h = document.createElement('div'); h.setAttribute('data-sagshjaelp', ''); h.attachShadow({ mode: 'open' }); document.documentElement.append(h) }`,
  },
  {
    name: 'a host with children of its own',
    aspect: 'hosts',
    code: `{ const h = document.createElement('div'); h.setAttribute('data-sagshjaelp', ''); h.append('x'); document.documentElement.append(h) }`,
  },
  { name: 'another title', aspect: 'title', code: `document.title += '.'` },
  { name: 'an entry in the history', aspect: 'history', code: `history.pushState(null, '')` },
  { name: 'something in localStorage', aspect: 'storage', code: `localStorage.setItem('x', '1')` },
  { name: 'a cookie', aspect: 'storage', code: `document.cookie = 'x=1'` },
  { name: 'a database', aspect: 'storage', code: `new Promise((done) => { indexedDB.open('x').onsuccess = done })` },
  { name: 'the focus', aspect: 'focus', code: `document.querySelector('button, a[href], input').focus()` },
  { name: 'a selection', aspect: 'selection', code: `getSelection().selectAllChildren(document.querySelector('h1, h2, p'))` },
  {
    name: 'a scroll',
    aspect: 'scroll',
    code: `document.scrollingElement.style; [document.scrollingElement, ...document.querySelectorAll('*')].find((e) => { e.scrollTop = 9; return e.scrollTop > 0 })`,
  },
  { name: 'a click', aspect: 'events', code: `document.body.click()` },
  {
    name: 'an input event',
    aspect: 'events',
    code: `document.querySelector('input').dispatchEvent(new Event('input', { bubbles: true }))`,
  },
  { name: 'a submit event', aspect: 'events', code: `document.body.dispatchEvent(new Event('submit', { bubbles: true }))` },
  { name: 'a message to the page', aspect: 'events', code: `postMessage('x', '*')` },
  {
    name: 'a listener on a node',
    aspect: 'listeners',
    code: `document.querySelector('button, a[href]').addEventListener('click', () => undefined)`,
  },
  {
    name: 'a listener that holds up scrolling',
    aspect: 'listeners',
    code: `document.addEventListener('wheel', () => undefined, { passive: false })`,
  },
  {
    name: 'a key that is caught',
    aspect: 'events',
    code: `addEventListener('keydown', (e) => { e.stopImmediatePropagation(); e.preventDefault() }, { capture: true })`,
  },
  {
    name: 'a listener that keeps pages out of the back/forward cache',
    aspect: 'listeners',
    code: `window.addEventListener('beforeunload', () => undefined)`,
  },
]

/** Commits each fault on a page of its own and says which of them the comparison does not see. */
export async function unseenFaults(
  context: BrowserContext,
  address: string,
): Promise<{ readonly planted: number; readonly unseen: readonly string[] }> {
  const unseen: string[] = []
  const page = await context.newPage()
  await page.addInitScript(keepWatch)
  const clean = await snapshotOf(page, address)
  for (const fault of FAULTS) {
    await page.goto(address)
    await quiet(page)
    const session = await context.newCDPSession(page)
    const aspects = await commit(page, session, { fault, clean })
    await session.detach()
    if (!aspects.includes(fault.aspect)) unseen.push(fault.name)
  }
  await page.close()
  return { planted: FAULTS.length, unseen }
}

async function commit(page: Page, session: CDPSession, { fault, clean }: { fault: Fault; clean: Snapshot }): Promise<string[]> {
  const listeners = await followWorlds(session, ({ name }) => name === 'planted')
  const { frameTree } = await session.send('Page.getFrameTree')
  const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'planted' })
  await session.send('Runtime.evaluate', { contextId: executionContextId, expression: fault.code, awaitPromise: true })
  await page.keyboard.press('Shift')
  await page.waitForTimeout(50)
  const now = await page.evaluate(takeSnapshot)
  const heard = (await listeners()).filter(interferes)
  return [
    ...differences(clean, now).map(({ aspect }) => aspect),
    ...(hostsAreRight(now) ? [] : ['hosts']),
    ...(heard.length > 0 ? ['listeners'] : []),
  ]
}

/** At most one host, at the root of the page, with a shadow and nothing beside it. */
export function hostsAreRight({ hosts = '' }: Snapshot): boolean {
  return hosts === '' || hosts === 'root shadow 0'
}

/** Waits until the page has not changed for a while. */
export async function quiet(page: Page, most = 4000): Promise<void> {
  const end = Date.now() + most
  let last = ''
  for (let same = 0; same < 3 && Date.now() < end;) {
    await page.waitForTimeout(120)
    const now = await page.evaluate(() => `${document.title}${document.body.innerHTML.length}${document.body.innerText.length}`)
    same = now === last ? same + 1 : 0
    last = now
  }
}

export async function snapshotOf(page: Page, address: string): Promise<Snapshot> {
  await page.goto(address)
  await quiet(page)
  await page.keyboard.press('Shift')
  return page.evaluate(takeSnapshot)
}
