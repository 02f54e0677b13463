import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type BrowserContext, type Worker } from '@playwright/test'
import { findBrowser } from '#build/find-browser.ts'
import { extensionId } from './extension-id.ts'

export const EXTENSION = path.resolve(process.env['SAGSHJAELP_BUILD'] ?? '.output/chrome-mv3')

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A browser with the built extension in a profile of its own. */
export interface Launched {
  readonly context: BrowserContext
  readonly worker: Worker
  /** The extension's id. */
  readonly id: string
  /** The browser's profile directory. */
  readonly profile: string
  /** Replaces the organisation's policy while the browser runs; only after a launch with policy. */
  readonly setPolicy: (policy: object) => void
  readonly close: () => Promise<void>
}

export interface LaunchOptions {
  readonly extension?: string
  /** Values for the extension in managed storage. Needs root: the file is bound into a mount namespace of the browser's own. */
  readonly policy?: object
  readonly colorScheme?: 'light' | 'dark'
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly args?: readonly string[]
  /** With a window, for a person to use. */
  readonly headed?: boolean
}

/** Starts the browser. Everything it writes is thrown away by `close`. */
export async function launch(options: LaunchOptions = {}): Promise<Launched> {
  const extension = options.extension ?? EXTENSION
  const profile = mkdtempSync(path.join(tmpdir(), 'sagshjaelp-'))
  const browser = findBrowser()
  if (browser === null) throw new Error('No browser. `npm run setup` installs one.')
  const managed = options.policy ? managedBrowser(browser, extensionId(extension), options.policy) : null
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: managed?.launcher ?? browser,
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    args: [...FLAGS, `--disable-extensions-except=${extension}`, `--load-extension=${extension}`, ...(options.args ?? [])],
    ...windowOptions(options),
  })
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
  return {
    context,
    worker,
    id: new URL(worker.url()).host,
    profile,
    setPolicy: (policy) => managed?.write(policy),
    close: async () => {
      await context.close()
      for (const folder of [profile, managed?.folder]) if (folder) rmSync(folder, { recursive: true, force: true })
    },
  }
}

function windowOptions({ headed = false, viewport = { width: 1280, height: 900 }, colorScheme }: LaunchOptions) {
  return { headless: !headed, viewport: headed ? null : viewport, ...(colorScheme && { colorScheme }) }
}

/** A start script that gives the browser its own /etc/chromium, so that no other browser on the machine sees the policy. */
function managedBrowser(browser: string, id: string, policy: object) {
  const folder = mkdtempSync(path.join(tmpdir(), 'sagshjaelp-policy-'))
  const file = path.join(folder, 'policies/managed/test.json')
  mkdirSync(path.dirname(file), { recursive: true })
  const launcher = path.join(folder, 'browser.sh')
  const inside = `mkdir -p /etc/chromium && mount --bind "${folder}" /etc/chromium && exec "${browser}" "$@"`
  writeFileSync(launcher, `#!/bin/sh\nexec unshare -m sh -c '${inside}' sh "$@"\n`, { mode: 0o755 })
  const write = (values: object) => writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [id]: values } } }))
  write(policy)
  return { folder, launcher, write }
}
