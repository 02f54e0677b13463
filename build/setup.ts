/** `npm run setup`: runs the one line that installs what npm cannot bring, a browser and a font. */
import { spawnSync } from 'node:child_process'
import { findBrowser } from './find-browser.ts'

const LINE = 'apt-get update && apt-get install -y --no-install-recommends chromium fonts-liberation'

const browser = findBrowser()
if (browser !== null) {
  console.log(`Browser: ${browser}. Nothing to install.`)
  process.exit(0)
}
console.log(`No Chromium found. Running: ${LINE}`)
const isRoot = process.getuid?.() === 0
const { status } = spawnSync('sh', ['-c', isRoot ? LINE : `sudo sh -c '${LINE}'`], { stdio: 'inherit' })
process.exit(status ?? 1)
