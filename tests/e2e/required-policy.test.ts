import { loadCustomer } from '#build/customer.ts'
import { buildVariant, type BuiltVariant } from '#tests/proofs/support/build-variant.ts'
import { launch } from './support/launch.ts'
import { overlayOf } from './support/overlay.ts'
import { askOracle, type CaseLine } from './support/stand-in.ts'
import { expect, test } from './support/test.ts'

// A customer whose build requires policy: without a valid one the extension is off.

const AFTER_CHANGE = 20_000
const GOOD = { municipality: 'Øvelse Kommune', fasitHosts: ['http://kobenhavn.localhost/*', 'http://localhost/*'] }

let build: BuiltVariant

test.beforeAll(async () => {
  build = await buildVariant({ customer: { ...loadCustomer('stand-in'), requiresPolicy: true } })
})
test.afterAll(() => build.remove())

test('missing, incomplete, invalid: off with a code; valid: on, without a reload', async ({ standIn }) => {
  test.setTimeout(120_000)
  const [first] = await askOracle<CaseLine[]>(standIn, 'cases')
  if (!first) throw new Error('no case')
  const launched = await launch({ extension: build.folder, policy: {} })
  try {
    const page = await launched.context.newPage()
    await page.goto(first.urls.M)
    const options = await launched.context.newPage()
    await options.goto(`chrome-extension://${launched.id}/options.html`)
    await expect(options.getByText('Kode: policy-invalid').first()).toBeVisible({ timeout: AFTER_CHANGE })
    await expect(options.locator('[data-key=fasitHosts]')).toContainText('Slået fra: nøglen mangler')
    await expect(overlayOf(page).host).toHaveCount(0)

    launched.setPolicy({ municipality: GOOD.municipality })
    await expect(options.locator('[data-key=municipality]')).not.toContainText('nøglen mangler', { timeout: AFTER_CHANGE })
    await expect(options.locator('[data-key=fasitHosts]')).toContainText('Slået fra: nøglen mangler')

    launched.setPolicy(GOOD)
    await expect(options.locator('[data-key=fasitHosts]')).toContainText('Virker på', { timeout: AFTER_CHANGE })
    await page.bringToFront()
    await expect(overlayOf(page).bar).toBeVisible()

    // Of the wrong type the browser drops the key without a word: that too must be off.
    launched.setPolicy({ ...GOOD, fasitHosts: 'http://kobenhavn.localhost/*' })
    await expect(overlayOf(page).host).toHaveCount(0, { timeout: AFTER_CHANGE })
  } finally {
    await launched.close()
  }
})
