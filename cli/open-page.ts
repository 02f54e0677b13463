import { chromium } from '@playwright/test'
import type { Browser, Page } from '@playwright/test'
import { findBrowser } from '#build/find-browser.ts'
import { AppError } from '#utils/domain/app-error.ts'
import { readSavedPage } from './saved-page.ts'

export interface OpenPage {
  readonly page: Page
  /** Whether the page stands at its own address. */
  readonly address: 'real' | 'unknown'
  readonly live: boolean
  close(): Promise<void>
}

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-sync',
  '--disable-component-update',
]
/** A saved page runs nothing and fetches nothing. What it carries itself to hide its parts still counts. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'none'; frame-src 'none'; img-src data:; form-action 'none'; base-uri 'none'"
const NOWHERE = 'http://saved-page.invalid/'

/** Opens a saved page, or an address on this machine, in the installed browser. */
export async function openPage(what: string, address: string | undefined): Promise<OpenPage> {
  const executablePath = findBrowser()
  if (executablePath === null) throw new AppError('browser-missing')
  const isAddress = /^https?:\/\//iu.test(what)
  if (isAddress && !isLoopback(what)) throw new AppError('address-refused')
  const saved = isAddress ? null : readSavedPage(what, address)
  const browser = await chromium.launch({ executablePath, args: FLAGS })
  try {
    const page = saved ? await showSaved(browser, saved.html, saved.url ?? NOWHERE) : await showLive(browser, what)
    return { page, address: saved && saved.url === null ? 'unknown' : 'real', live: saved === null, close: () => browser.close() }
  } catch (error) {
    await browser.close()
    throw error
  }
}

async function showSaved(browser: Browser, html: string, url: string): Promise<Page> {
  const context = await browser.newContext({ serviceWorkers: 'block', viewport: { width: 1600, height: 1200 } })
  const page = await context.newPage()
  const target = withoutHash(url)
  await context.route('**/*', (route) => {
    const request = route.request()
    if (request.isNavigationRequest() && request.frame() === page.mainFrame() && request.url() === target) {
      return route.fulfill({ body: html, contentType: 'text/html; charset=utf-8', headers: { 'content-security-policy': POLICY } })
    }
    return route.abort()
  })
  await page.goto(url, { waitUntil: 'domcontentloaded' })
  return page
}

function withoutHash(url: string): string {
  const parsed = new URL(url)
  parsed.hash = ''
  return parsed.href
}

async function showLive(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ serviceWorkers: 'block', viewport: { width: 1600, height: 1200 } })
  await context.route('**/*', (route) => (isLoopback(route.request().url()) ? route.continue() : route.abort()))
  const page = await context.newPage()
  await page.goto(url, { waitUntil: 'domcontentloaded' }).catch((cause: unknown) => {
    throw new AppError('file-unreadable', { cause })
  })
  return page
}

/** On this machine. `blob:` and `data:` go nowhere. */
function isLoopback(address: string): boolean {
  if (/^(?:blob|data|about):/iu.test(address)) return true
  try {
    const { hostname } = new URL(address)
    return hostname === 'localhost' || hostname === '[::1]' || hostname.endsWith('.localhost') || /^127(?:\.\d{1,3}){3}$/u.test(hostname)
  } catch {
    return false
  }
}
