import { chromium } from '@playwright/test'
import type { Browser } from '@playwright/test'
import { findBrowser } from '#build/find-browser.ts'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The installed browser without the extension: the reader is put into the page by the proof itself. */
export async function launchPlain(): Promise<Browser> {
  const executablePath = findBrowser()
  if (executablePath === null) throw new Error('no browser: run npm run setup')
  return chromium.launch({ executablePath, args: FLAGS })
}
