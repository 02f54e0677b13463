import { createHash } from 'node:crypto'
import type { Page } from '@playwright/test'
import type { Tally } from '../support/tally.ts'
import { arrive, goBack, placeOf, type Stance, traces } from './stance.ts'
import { LIES_MS, type Place, press, type Trick } from './trick.ts'

/** What was refused has been refused by then; what acts is on its way. */
const ANSWER_MS = 650
const ACT_MS = 2500
const TRIES = 2

export interface Play {
  readonly stance: Stance
  readonly tally: Tally
}

/**
 * One trick: the same press acts without it, it takes hold, and with it nothing happens. A trick that took no hold, or a press
 * that would not have acted anyway, proves nothing and fails the proof.
 */
export async function play({ stance, tally }: Play, trick: Trick): Promise<void> {
  const name = `${stance.dialect}, ${trick.name}`
  const at = await actsWithout(stance)
  if (!at) return void tally.check('not examined', false, () => `${name}: the press does not act without the trick`)
  const before = await traces(stance)
  const held = await spring(stance.page, trick, at)
  await stance.page.waitForTimeout(ANSWER_MS)
  const after = await traces(stance)
  tally.check('not examined', held, () => `${name}: took no hold`)
  tally.check('acted', before === after, () => `${name}: ${after.slice(0, 120)}`)
}

/** The same press without the trick acts; gives where the button lies once the user is back where she was. */
async function actsWithout(stance: Stance): Promise<Place | null> {
  for (let round = 0; round < TRIES; round += 1) {
    const at = await arrive(stance)
    if (!at) continue
    const before = await traces(stance)
    await press(stance.page, at)
    if (await becomesTrue(async () => before !== (await traces(stance)), ACT_MS)) return (await goBack(stance)) ?? arrive(stance)
  }
  return null
}

/** A page that an act leads to may come late on a busy machine. */
async function becomesTrue(ask: () => Promise<boolean>, within: number): Promise<boolean> {
  const end = Date.now() + within
  while (Date.now() < end) {
    if (await ask()) return true
    await new Promise((resolve) => {
      setTimeout(resolve, 60)
    })
  }
  return false
}

/** Sets the trap and lets the user walk into it; tells whether it took hold. */
export async function spring(page: Page, trick: Trick, at: Place): Promise<boolean> {
  const untouched = await lookOf(page, at)
  const counted = await page.evaluate(() => ({ ...window.redress, host: null, root: null, button: null, style: null, cover: null }))
  await page.evaluate(trick.set, { ...at, css: trick.css ?? '' })
  await page.waitForTimeout(trick.lies ?? LIES_MS)
  const aim = trick.aim === 'button' ? ((await placeOf(page)) ?? at) : at
  // A trick that lets something follow the pointer shows it once the pointer is there.
  if (trick.hold === 'look' && !trick.user) await page.mouse.move(aim.x, aim.y)
  const disguised = await lookOf(page, aim)
  await (trick.user ?? press)(page, aim)
  const changed = disguised !== untouched || (trick.user !== undefined && (await lookOf(page, aim).catch(() => '')) !== untouched)
  // After an act the page may be another one, and then there is nothing left to ask.
  const seen = await page
    .evaluate(() => ({ evidence: window.redress.evidence, reached: window.redress.reached, madeUp: window.redress.madeUp }))
    .catch(() => ({ evidence: 'acted', reached: Infinity, madeUp: Infinity }))
  return {
    look: changed,
    own: seen.evidence !== '',
    reached: seen.reached > counted.reached,
    'made-up': seen.madeUp > counted.madeUp,
  }[trick.hold]
}

/** The pixels at the button, and what is hit there. */
async function lookOf(page: Page, { x, y }: Place): Promise<string> {
  const hit = await page.evaluate(
    (at) => {
      const top = document.elementFromPoint(at.x, at.y)
      const inside = top?.shadowRoot?.elementFromPoint(at.x, at.y) ?? top
      return `${top?.localName} ${top?.className} ${window.redress.button().contains(inside)}`
    },
    { x, y },
  )
  const { width, height } = page.viewportSize() ?? { width: 1280, height: 900 }
  const clip = { x: Math.max(0, Math.min(x - 30, width - 60)), y: Math.max(0, Math.min(y - 9, height - 18)), width: 60, height: 18 }
  const picture = await page.screenshot({ clip, caret: 'hide' })
  return `${hit} ${createHash('sha256').update(picture).digest('hex')}`
}
