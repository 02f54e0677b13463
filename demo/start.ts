/**
 * `npm run demo`: builds the extension, starts the practice environment and opens a browser with both on a case.
 * Without a display it walks the main job headless, prints what was shown and writes screenshots.
 * `--pictures FOLDER` does the headless walk and puts the pictures there (the documentation's are made so).
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { launch } from '#build/browser/launch.ts'
import { findBrowser } from '#build/find-browser.ts'
import { danishDay } from '#utils/case-session/today.ts'
import { startStandIn } from '#demo/server/stand-in.ts'
import { walkBoard } from './walk-board.ts'
import { walkDisclosure } from './walk-disclosure.ts'
import { walkMainJob } from './walk.ts'

const { values } = parseArgs({ options: { pictures: { type: 'string' }, headless: { type: 'boolean', default: false } } })
const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])
const headless = values.headless || values.pictures !== undefined || !hasDisplay

if (findBrowser() === null) {
  console.error('Der er ingen Chromium på maskinen. Kør: npm run setup')
  process.exit(1)
}
console.log('Bygger udvidelsen …')
execFileSync('wxt', ['build'], { stdio: 'ignore' })
const standIn = await startStandIn({
  seed: 1,
  today: danishDay(new Date()),
  extra: 60,
  ...(headless ? {} : { portM: 5173, portK: 5174, portOracle: 5175 }),
})
console.log(`Sagsbord – øvelsesmiljø\n  moderne  ${standIn.urls.m}\n  klassik  ${standIn.urls.k}`)

if (headless) {
  const folder = values.pictures ?? '.output/demo'
  mkdirSync(folder, { recursive: true })
  const shown = await walkMainJob(standIn, folder)
  if (values.pictures !== undefined) {
    await walkBoard(folder)
    await walkDisclosure(folder)
  }
  await standIn.stop()
  console.log(shown ? `\nBilleder i ${folder}/` : '\nNoget blev ikke vist, som skulle: se ovenfor.')
  process.exit(shown ? 0 : 1)
}

const { context, close } = await launch({ headed: true })
const page = context.pages()[0] ?? (await context.newPage())
await page.goto(standIn.urls.m)
console.log('Åbn en borger fra forsiden. Luk browseren, når du er færdig.')
await new Promise<void>((resolve) => context.once('close', () => resolve()))
await close().catch(() => null)
await standIn.stop()
process.exit(0)
