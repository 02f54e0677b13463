/** Draws the icon's PNG files from its SVG with the installed browser. Run it when `build/assets/icon.svg` changes. */
import { mkdirSync, readFileSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { findBrowser } from './find-browser.ts'

const SIZES = [16, 32, 48, 128]

const svg = readFileSync('build/assets/icon.svg', 'utf8')
mkdirSync('public/icon', { recursive: true })
const browser = await chromium.launch({ executablePath: findBrowser() ?? '', args: ['--no-sandbox'] })
const page = await browser.newPage()
for (const size of SIZES) {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`)
  await page.screenshot({ path: `public/icon/${size}.png`, omitBackground: true })
}
await browser.close()
