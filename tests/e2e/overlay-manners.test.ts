import type { Page } from '@playwright/test'
import { expect, test } from './support/gallery.ts'

// How the overlay behaves towards the page it stands on. The page of the gallery has sticky parts, a scrolling panel and far-reaching resets.

/** Controls of the page, by name, that would be under the pointer at some point if something of ours were not there. */
function covered(page: Page, parts: string, controls: string): Promise<string[]> {
  return page.evaluate(
    ([ours, theirs]) => {
      const host = document.querySelector('[data-sagshjaelp]')
      const shown = [...(host?.shadowRoot?.querySelectorAll(ours ?? '') ?? [])].filter((one) =>
        one.checkVisibility({ visibilityProperty: true }),
      )
      const names = new Set<string>()
      const note = (x: number, y: number) => {
        const under = document
          .elementsFromPoint(x, y)
          .find((one) => one !== host)
          ?.closest(theirs ?? '')
        if (under) names.add(under.textContent || under.getAttribute('aria-label') || under.tagName)
      }
      for (const box of shown.map((one) => one.getBoundingClientRect())) {
        for (let y = box.top; y <= box.bottom; y += 4) for (let x = box.left; x <= box.right; x += 4) note(x, y)
      }
      return [...names]
    },
    [parts, controls] as const,
  )
}

const said = (page: Page) => page.evaluate(() => (globalThis as unknown as { said: string[] }).said)
const QUIET = '.sh-bar, .sh-marker, .sh-chip'
const CONTROLS = 'button, a[href], input, textarea, select'

for (const [name, width, height] of [
  ['desktop', 1280, 800],
  ['1024 px', 1024, 700],
  ['200 % zoom', 640, 400],
  ['200 % zoom of 1024 px', 512, 384],
  ['a telephone', 360, 640],
] as const) {
  test(`${name}: what stands by itself covers no control, at any scroll`, async ({ page, gallery }) => {
    await page.setViewportSize({ width, height })
    await page.goto(`${gallery}/host-page.html`)
    for (let step = 0; step < 6; step += 1) {
      await expect.poll(() => page.locator('.sh-slot[data-slot=bar]').getAttribute('data-away')).toBeNull()
      await page.waitForTimeout(400)
      expect(await covered(page, QUIET, CONTROLS)).toEqual([])
      await page.mouse.wheel(0, 170)
      await page.waitForTimeout(300)
    }
  })
}

for (const [width, height] of [
  [1280, 800],
  [1024, 700],
] as const) {
  test(`${width} px: what is opened covers no saving button`, async ({ page, gallery }) => {
    await page.setViewportSize({ width, height })
    await page.goto(`${gallery}/host-page.html`)
    await page.locator('.sh-bar-more').click()
    expect(await covered(page, '.sh-card', '.save')).toEqual([])
    await page.keyboard.press('Escape')
    for (const marker of await page.locator('.sh-marker').all()) {
      await marker.click()
      expect(await covered(page, '.sh-card', '.save')).toEqual([])
      await page.keyboard.press('Escape')
    }
  })
}

test('a control that appears under the bar gets its room back', async ({ page, gallery }) => {
  await page.goto(`${gallery}/host-page.html`)
  const box = await page.locator('.sh-bar').boundingBox()
  if (!box) throw new Error('no bar')
  await page.evaluate(
    ({ x, y }) => {
      const button = Object.assign(document.createElement('button'), { textContent: 'Gem nyt', className: 'save' })
      button.style.cssText = `position:fixed;left:${x}px;top:${y}px`
      document.body.append(button)
      button.focus()
    },
    { x: box.x + 20, y: box.y + 2 },
  )
  await expect.poll(() => covered(page, QUIET, CONTROLS)).toEqual([])
})

test('markers follow a scrolling panel and go when their row does', async ({ page, gallery }) => {
  await page.goto(`${gallery}/host-page.html`)
  const marker = page.locator('[data-slot="marker:party-hearing-deadline-d1"]')
  const gap = () =>
    page.evaluate(() => {
      const at = document
        .querySelector('[data-sagshjaelp]')
        ?.shadowRoot?.querySelector('[data-slot="marker:party-hearing-deadline-d1"]')
        ?.getBoundingClientRect()
      return Math.round((at?.top ?? 0) - (document.getElementById('row-d1')?.getBoundingClientRect().top ?? 0))
    })
  await expect(marker).toBeVisible()
  const before = await gap()
  await page.evaluate(() => document.querySelector('.scroll')?.scrollBy(0, 40))
  await page.waitForTimeout(60)
  expect(await gap()).toBe(before)
  await page.evaluate(() => document.querySelector('.scroll')?.scrollBy(0, 600))
  await expect(marker).toBeHidden()
})

test('the page’s own style cannot reach in, and print leaves us out', async ({ page, gallery }) => {
  await page.goto(`${gallery}/host-page.html`)
  const size = await page.locator('.sh-bar').boundingBox()
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      '* { display: none !important; font-size: 40px !important; transform: scale(3) !important; letter-spacing: 1em !important; } html, body { display: block !important; transform: none !important }',
    )
    document.adoptedStyleSheets = [sheet]
  })
  await page.waitForTimeout(300)
  expect((await page.locator('.sh-bar').boundingBox())?.height).toBe(size?.height)
  await page.evaluate(() => document.querySelector<HTMLElement>('[data-sagshjaelp]')?.style.setProperty('opacity', '0.3', 'important'))
  expect(await page.evaluate(() => getComputedStyle(document.querySelector('[data-sagshjaelp]') ?? document.body).opacity)).toBe('1')
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.sh-bar')).toBeHidden()
})

test('the shortcut goes to the bar and back, and no focus is taken before it', async ({ page, gallery }) => {
  await page.goto(`${gallery}/host-page.html?quiet`)
  await page.getByLabel('Notat').focus()
  await page.evaluate(() => (globalThis as unknown as { show(): void }).show())
  await expect(page.locator('.sh-chip')).toBeVisible()
  await expect(page.getByLabel('Notat')).toBeFocused()
  await page.keyboard.press('Alt+Shift+KeyS')
  await expect(page.locator('.sh-bar-action').first()).toBeFocused()
  await page.keyboard.press('Alt+Shift+KeyS')
  await expect(page.getByLabel('Notat')).toBeFocused()
})

test('keys and clicks in the overlay do not reach the page’s own handlers', async ({ page, gallery }) => {
  await page.goto(`${gallery}/host-page.html`)
  await page.evaluate(() => {
    const heard: string[] = []
    Object.assign(globalThis, { heard })
    for (const type of ['keydown', 'click', 'pointerdown']) document.addEventListener(type, () => heard.push(type))
  })
  await page.locator('.sh-bar-more').click()
  await page.keyboard.press('ArrowDown')
  expect(await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toEqual([])
})

test('clear leaves nothing when it returns', async ({ page, gallery }) => {
  await page.goto(`${gallery}/host-page.html`)
  await page.locator('.sh-marker').first().click()
  const left = await page.evaluate(() => {
    const host = document.querySelector('[data-sagshjaelp]')
    const layer = host?.shadowRoot?.querySelector('.sh-layer')
    ;(globalThis as unknown as { overlay: { clear(): void } }).overlay.clear()
    return { hosts: document.querySelectorAll('[data-sagshjaelp]').length, text: layer?.textContent }
  })
  expect(left).toEqual({ hosts: 0, text: '' })
})

test('"Vis" rings the place inside our own layer and changes nothing of the page', async ({ page, gallery }) => {
  await page.goto(`${gallery}/host-page.html`)
  const before = await page.evaluate(() => document.body.outerHTML)
  await page.locator('.sh-marker').nth(1).click()
  await page
    .getByRole('button', { name: /^Vis .* på siden$/ })
    .first()
    .click()
  const ring = await page.locator('.sh-ring').boundingBox()
  const target = await page.locator('#contact-startDate').boundingBox()
  expect(Math.abs((ring?.x ?? 0) + 6 - (target?.x ?? 0))).toBeLessThanOrEqual(4)
  expect(Math.abs((ring?.y ?? 0) + 6 - (target?.y ?? 0))).toBeLessThanOrEqual(4)
  expect(await page.evaluate(() => document.body.outerHTML)).toBe(before)
})

test('at most one thing speaks up in a page view', async ({ page, gallery }) => {
  await page.goto(`${gallery}/host-page.html`)
  await page.locator('.sh-chip').getByRole('button', { name: 'Luk beskeden' }).click()
  await page.evaluate(() => (globalThis as unknown as { show(): void }).show())
  await page.waitForTimeout(300)
  await expect(page.locator('.sh-chip')).toHaveCount(0)
})

const TRICKS: Readonly<Record<string, string>> = {
  'a made-up click': "root.querySelector('.sh-bar-action').click()",
  'a made-up click event':
    "root.querySelector('.sh-bar-action').dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail: 1 }))",
  'a made-up key': "root.querySelector('.sh-bar-action').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))",
}
const DISGUISES: Readonly<Record<string, string>> = {
  'a faint page': "document.documentElement.style.opacity = '0.4'",
  'a filter': "document.documentElement.style.filter = 'opacity(0.2)'",
  'a clip': "document.documentElement.style.clipPath = 'inset(0 0 0 0)'",
  'a small page': "document.documentElement.style.transform = 'scale(0.5)'; document.documentElement.style.transformOrigin = '0 0'",
  'a cover that lets clicks through':
    "const cover = document.createElement('div'); cover.style.cssText = 'position:fixed;inset:0;background:#fff;z-index:2147483647;pointer-events:none'; document.documentElement.append(cover)",
  'a cover in the top layer':
    "const cover = document.createElement('div'); cover.popover = 'manual'; cover.style.cssText = 'inset:0;width:100vw;height:100vh;background:#eee;pointer-events:none'; document.body.append(cover); cover.showPopover()",
}

for (const [name, trick] of Object.entries(TRICKS)) {
  test(`redress: ${name} does nothing`, async ({ page, gallery }) => {
    await page.goto(`${gallery}/host-page.html`)
    await page.waitForTimeout(600)
    await page.evaluate(`{ const root = document.querySelector('[data-sagshjaelp]').shadowRoot; ${trick} }`)
    expect(await said(page)).toEqual([])
  })
}

for (const [name, disguise] of Object.entries(DISGUISES)) {
  test(`redress: a real click under ${name} is refused, and said so`, async ({ page, gallery }) => {
    await page.goto(`${gallery}/host-page.html`)
    await page.waitForTimeout(500)
    await page.evaluate(`{ ${disguise} }`)
    await page.waitForTimeout(500)
    const box = await page.locator('.sh-bar-action').first().boundingBox()
    // A bar that found no honest place is a badge or away: no button left to be tricked with.
    if (!box) return expect(await page.locator('[data-slot=bar]:is([data-away], [data-width=badge])').count()).toBe(1)
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    expect(await said(page)).toEqual([])
    await expect(page.locator('[data-sagshjaelp] [role=status]', { hasText: 'Klikket blev ikke udført' })).toHaveCount(1)
  })
}

test('redress: an honest click and an honest key act, wherever the button stands', async ({ page, gallery }) => {
  await page.goto(`${gallery}/host-page.html`)
  await page.waitForTimeout(600)
  await page.locator('.sh-bar-action').first().click()
  await page.locator('.sh-bar-action').nth(1).focus()
  await page.keyboard.press('Enter')
  await page.locator('.sh-bar-panel').click()
  await page.locator('.sh-bar-more').click()
  await page.waitForTimeout(500)
  await page.locator('.sh-list [data-act=follow] button').nth(2).click()
  await page.keyboard.press('Escape')
  await page.locator('.sh-marker').nth(1).click()
  await page.getByRole('button', { name: 'Skjul' }).click()
  await page.waitForTimeout(500)
  await page.getByRole('button', { name: 'Det er allerede gjort' }).click()
  expect(await said(page)).toEqual([
    'follow:["party-hearing"]',
    'follow:["book-meeting"]',
    'openPanel:[]',
    'follow:["access-request"]',
    'dismiss:["jobsamtaler-4-in-6-months","already-done"]',
  ])
})
