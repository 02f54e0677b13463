import { overlayOf } from './support/overlay.ts'
import { launch } from './support/launch.ts'
import { attachSidePanel } from './support/side-panel.ts'
import { askOracle, type CaseLine } from './support/stand-in.ts'
import { expect, test } from './support/test.ts'

test('a stopped service worker loses nothing: page, panel and quick links go on', async ({
  page,
  standIn,
  browserWithExtension: { context, id },
}) => {
  const [first] = await askOracle<CaseLine[]>(standIn, 'cases')
  if (!first) throw new Error('no case')
  await page.goto(first.urls.M)
  const overlay = overlayOf(page)
  await overlay.openPanel()
  const panel = await attachSidePanel(context)
  await panel.waitForText(first.name)

  const inside = await context.newPage()
  await inside.goto(`chrome-extension://${id}/options.html`)
  const session = await context.newCDPSession(inside)
  await session.send('ServiceWorker.enable')
  await session.send('ServiceWorker.stopAllWorkers')
  await inside.close()
  await page.bringToFront()

  await expect(overlay.bar).toBeVisible()
  await panel.waitForText(first.name)
  const list = await overlay.openList()
  await list.locator('[data-act=follow] button').first().click()
  await expect.poll(() => page.url()).not.toBe(first.urls.M)
  await panel.waitForText(first.name)
  // A full load asks the worker for everything anew.
  await page.reload()
  await expect(overlay.bar).toBeVisible()
})

test('after an update the old script leaves the page and says that it is outdated', async ({ standIn }) => {
  const [first] = await askOracle<CaseLine[]>(standIn, 'cases')
  if (!first) throw new Error('no case')
  const { context, worker, close } = await launch()
  try {
    const page = await context.newPage()
    await page.goto(first.urls.M)
    const overlay = overlayOf(page)
    await expect(overlay.bar).toBeVisible()
    await worker.evaluate(() => setTimeout(() => chrome.runtime.reload(), 0))
    await expect(page.getByText('Sagshjælp er opdateret. Genindlæs siden.')).toBeVisible()
    await expect(overlay.bar).toHaveCount(0)
    await expect(overlay.host).toHaveCount(1)
  } finally {
    await close()
  }
})

test('the page is told nothing of us but the host element', async ({ page, standIn }) => {
  const [first] = await askOracle<CaseLine[]>(standIn, 'cases')
  if (!first) throw new Error('no case')
  await page.addInitScript(() => {
    const heard: string[] = []
    Object.assign(window, { heard })
    window.addEventListener('message', ({ data }) => heard.push(JSON.stringify(data)))
    // oxlint-disable-next-line typescript/unbound-method -- called with its receiver below
    const { dispatchEvent } = EventTarget.prototype
    Object.assign(EventTarget.prototype, {
      dispatchEvent(this: EventTarget, event: Event) {
        heard.push(event.type)
        return dispatchEvent.call(this, event)
      },
    })
  })
  await page.goto(first.urls.K)
  await expect(overlayOf(page).bar).toBeVisible()
  const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard)
  expect(heard.filter((what) => /sagshj|wxt|extension/i.test(what))).toEqual([])
})
