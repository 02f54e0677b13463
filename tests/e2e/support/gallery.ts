import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, test as base, type Browser } from '@playwright/test'
import { build } from 'vite'
import { findBrowser } from '#build/find-browser.ts'
import { serveGallery } from '#tests/gallery/serve.ts'

const ROOT = path.resolve(import.meta.dirname, '../../..')

/** The gallery of views with invented data, built with Preact as the overlay ships, in a plain browser. */
export const test = base.extend<object, { gallery: string; plainBrowser: Browser }>({
  gallery: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures a function wants from its pattern.
    async ({}, use) => {
      const outDir = mkdtempSync(path.join(tmpdir(), 'gallery-'))
      await build({
        configFile: path.join(ROOT, 'tests/gallery/vite.config.ts'),
        mode: 'preact',
        logLevel: 'error',
        build: { outDir, emptyOutDir: true },
      })
      const server = await serveGallery(outDir)
      await use(server.url)
      await server.close()
      rmSync(outDir, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
  plainBrowser: [
    // oxlint-disable-next-line no-empty-pattern -- as above
    async ({}, use) => {
      const browser = await chromium.launch({ executablePath: findBrowser() ?? '', args: ['--no-sandbox', '--disable-gpu'] })
      await use(browser)
      await browser.close()
    },
    { scope: 'worker' },
  ],
  page: async ({ plainBrowser }, use) => {
    const context = await plainBrowser.newContext({ viewport: { width: 1280, height: 800 } })
    await use(await context.newPage())
    await context.close()
  },
})

export { expect } from '@playwright/test'
