import { mkdtempSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type BrowserContext } from '@playwright/test'
import { findBrowser } from '#build/find-browser.ts'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A browser whose profile outlives it, so that what it left on disk can be looked at. */
export interface ProfileBrowser {
  readonly context: BrowserContext
  readonly profile: string
  /** As a user closes it. */
  readonly close: () => Promise<void>
  /** As a crash ends it. */
  readonly kill: () => Promise<void>
  readonly throwAway: () => void
}

/** With the extension of a folder, or without any. */
export async function openProfile(extension: string | null, args: readonly string[] = []): Promise<ProfileBrowser> {
  const executablePath = findBrowser()
  if (executablePath === null) throw new Error('No browser. `npm run setup` installs one.')
  const profile = mkdtempSync(path.join(tmpdir(), 'profile-'))
  const load = extension === null ? [] : [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    viewport: { width: 1280, height: 900 },
    args: [...FLAGS, ...load, ...args],
  })
  return {
    context,
    profile,
    close: async () => context.close(),
    kill: async () => {
      const closed = new Promise<void>((resolve) => context.once('close', () => resolve()))
      // The browser names itself in its lock: `host-pid`.
      process.kill(Number(readlinkSync(path.join(profile, 'SingletonLock')).split('-').at(-1)), 'SIGKILL')
      await closed
    },
    throwAway: () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }),
  }
}
