import type { Page } from '@playwright/test'

/** Where the button lies that the page wants pressed, in the window. */
export interface Place {
  readonly x: number
  readonly y: number
}

/** What shows that a trick took hold. */
export type Hold =
  /** The button looks different, lies elsewhere, or something else is hit where it lies. */
  | 'look'
  /** An event made up by the page was really on its way to the button. */
  | 'made-up'
  /** A real event of the user was on its way to the button, from somewhere else than an honest press on it. */
  | 'reached'
  /** `evidence` was set by the trick itself, in the page. */
  | 'own'

/** A page's attempt to get a press on our button that the user did not mean, or could not see what it was. */
export interface Trick {
  readonly name: string
  readonly hold: Hold
  /** Sets the trap. Runs in the page and stands alone; may use `redress`, see `in-page.ts`. */
  readonly set: (at: Place & { readonly css: string }) => void | Promise<void>
  /** What differs between tricks of one shape. */
  readonly css?: string
  /** What the user then does; a plain press on the button's place when absent. */
  readonly user?: (page: Page, at: Place) => Promise<void>
  /** Where the user is led to, when not to the place where the button was. */
  readonly aim?: 'button'
  /** The trap has to lie open for so long before the press; a browser needs a moment to see what lies over what. */
  readonly lies?: number
}

export const LIES_MS = 450

/** The user's hand: to the place, press, release, as fast as people are. */
export async function press(page: Page, { x, y }: Place, pause = 60): Promise<void> {
  await page.mouse.move(x - 30, y - 3)
  await page.mouse.move(x, y, { steps: 3 })
  await page.waitForTimeout(pause)
  await page.mouse.down()
  await page.waitForTimeout(60)
  await page.mouse.up()
}

/** Comes to the place and presses at once: faster than a busy machine can come between the two. */
export async function pressAtOnce(page: Page, { x, y }: Place): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const button = { button: 'left', clickCount: 1 } as const
  await page.mouse.move(x - 40, y - 3)
  await page.waitForTimeout(60)
  await Promise.all([
    session.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y }),
    session.send('Input.dispatchMouseEvent', { type: 'mousePressed', x, y, ...button }),
    session.send('Input.dispatchMouseEvent', { type: 'mouseReleased', x, y, ...button }),
  ])
  await session.detach()
}
