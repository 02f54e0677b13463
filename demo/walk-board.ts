import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { launch, type Launched } from '#build/browser/launch.ts'

/** Where the build for the practice environment expects its proxy. */
const PROXY = 'http://localhost:8787'
const PERSON = 'Leder, Jobcenter Nord (øvelse)'
const PATIENCE_MS = 30_000
const SETTLED_MS = 800
const REASON = 'Enheden afprøver en anden arbejdsgang i december'

/** Pictures of the supervisor's board: signed in, a switch considered, made, and taken back. Light and dark. */
export async function walkBoard(folder: string): Promise<void> {
  const work = mkdtempSync(path.join(tmpdir(), 'sagshjaelp-demo-'))
  const config = path.join(work, 'proxy.json')
  writeFileSync(config, JSON.stringify({ store: { kind: 'pglite', folder: path.join(work, 'data') } }))
  const proxy = spawn('node', ['proxy/main.ts', '--dev', '--config', config], { stdio: 'ignore' })
  try {
    await untilUp(proxy)
    for (const colorScheme of ['light', 'dark'] as const) {
      const browser = await launch({ colorScheme, viewport: { width: 960, height: 1100 }, args: ['--lang=da'] })
      try {
        await walk(browser, `${folder}/${colorScheme}`)
      } finally {
        await browser.close()
      }
    }
  } finally {
    proxy.kill()
    rmSync(work, { recursive: true, force: true })
  }
}

async function untilUp(proxy: ChildProcess): Promise<void> {
  const until = Date.now() + PATIENCE_MS
  while (Date.now() < until && proxy.exitCode === null) {
    const up = await fetch(`${PROXY}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (up) return
    await sleep(200)
  }
  throw new Error('Proxyen kom ikke op: er porten optaget?')
}

async function walk({ context, id }: Launched, picture: string): Promise<void> {
  const page = await context.newPage()
  await page.goto(`chrome-extension://${id}/options.html`)
  const opened = context.waitForEvent('page')
  await page.getByRole('button', { name: 'Log ind' }).first().click()
  await (await opened).getByRole('button', { name: PERSON, exact: true }).click()
  const board = page.getByRole('region', { name: 'Enhedens regler' })
  await board.getByRole('searchbox').fill('partshøring')
  await take(page, `${picture}-tavle.png`)

  await board
    .getByRole('button', { name: /^Slå fra …/ })
    .first()
    .click()
  await board.getByText('af 500 opdigtede sager').waitFor()
  await board.getByRole('textbox', { name: 'Begrundelse' }).fill(REASON)
  await board.getByText('Prøvet på 500').waitFor({ timeout: PATIENCE_MS })
  await take(page, `${picture}-tavle-forhaandsvisning.png`)

  await board.getByRole('button', { name: 'Slå reglen fra' }).click()
  const log = board.getByRole('region', { name: 'Log' })
  await log.getByText(REASON).first().waitFor()
  await take(page, `${picture}-tavle-log.png`)
  await log
    .getByRole('button', { name: /^Fortryd/ })
    .first()
    .click()
  await log.getByText('Fortrød post').first().waitFor()
  await page.close()
}

async function take(page: Page, file: string): Promise<void> {
  // What was just changed is asked for again; the picture is of what stands.
  await page.waitForTimeout(SETTLED_MS)
  await page.getByRole('region', { name: 'Enhedens regler' }).screenshot({ path: file })
}
