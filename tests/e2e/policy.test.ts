import { createServer } from 'node:http'
import { expect, test, type Page } from '@playwright/test'
import { launch, type Launched } from './support/launch.ts'

// Each key of the organisation's policy, set by a real policy file, and what it does in a real browser.

test.describe.configure({ timeout: 90_000 })

const RULE = 'party-access-7-working-days'

async function optionsWith(policy: object, look: (page: Page, launched: Launched) => Promise<void>): Promise<void> {
  const launched = await launch({ policy })
  try {
    const page = await launched.context.newPage()
    await page.goto(`chrome-extension://${launched.id}/options.html`)
    await look(page, launched)
  } finally {
    await launched.close()
  }
}

const key = (page: Page, name: string) => page.locator(`[data-key=${name}]`)

test('municipality: its name stands on the pages', async () => {
  await optionsWith({ municipality: 'Øvelse Kommune' }, async (page) => {
    await expect(page.getByText('Opsat af Øvelse Kommune')).toBeVisible({ timeout: 15_000 })
    await expect(key(page, 'municipality')).toContainText('Organisationen')
  })
})

test('rulesOff and rulesLocked: the switches stand still and say who decides', async () => {
  await optionsWith({ rulesOff: [RULE] }, async (page, { setPolicy }) => {
    const row = page.locator(`[data-rule=${RULE}]`)
    await expect(row).toContainText('Styres af din organisation', { timeout: 15_000 })
    await expect(row.getByRole('switch')).toBeDisabled()
    await expect(row.getByRole('switch')).toHaveAttribute('aria-checked', 'false')
    // A changed file reaches the open page by itself.
    setPolicy({ rulesLocked: [RULE] })
    await expect(row.getByRole('switch')).toHaveAttribute('aria-checked', 'true', { timeout: 20_000 })
    await expect(row.getByRole('switch')).toBeDisabled()
    await expect(key(page, 'rulesLocked')).toContainText(`1 regel er låst: ${RULE}`)
  })
})

test('proxyUrl: the proxy is asked for there and nowhere else', async () => {
  const asked: string[] = []
  const proxy = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.setHeader('content-type', 'application/json').setHeader('access-control-allow-origin', '*')
    response.end(JSON.stringify({ status: 'ok' }))
  })
  await new Promise<void>((resolve, reject) => proxy.once('error', reject).listen(8787, 'localhost', resolve))
  try {
    await optionsWith({ proxyUrl: 'http://localhost:8787/kommune' }, async (page, { setPolicy }) => {
      await expect(page.getByText('Kommunens tjeneste svarer, og ingen er logget ind.')).toBeVisible({ timeout: 15_000 })
      expect(asked.length).toBeGreaterThan(0)
      expect(asked.filter((url) => url !== '/kommune/healthz')).toEqual([])
      setPolicy({ proxyUrl: '' })
      await expect(page.getByText('Der er ikke sat en sprogmodel op.').first()).toBeVisible({ timeout: 20_000 })
      await expect(page.getByRole('button', { name: 'Log ind' })).toHaveCount(0)
    })
  } finally {
    proxy.closeAllConnections()
    await new Promise((resolve) => proxy.close(resolve))
  }
})

test('features.modelAnswers: off means that the proxy is not asked', async () => {
  await optionsWith({ features: { modelAnswers: false } }, async (page) => {
    await expect(page.getByText('Der er ikke sat en sprogmodel op.').first()).toBeVisible({ timeout: 15_000 })
    await expect(key(page, 'features')).toContainText('Slået fra: sprogmodel')
  })
})

test('signInIssuer and signInClientId: the window opens there, for that client, or nobody can sign in', async () => {
  const asked: string[] = []
  const issuer = createServer((request, response) => {
    const { url = '' } = request
    asked.push(url)
    const at = 'http://127.0.0.1:8788/kommune'
    const about = {
      issuer: at,
      authorization_endpoint: `${at}/auth`,
      token_endpoint: `${at}/token`,
      code_challenge_methods_supported: ['S256'],
    }
    response
      .setHeader('content-type', url.includes('/.well-known/') ? 'application/json' : 'text/html')
      .setHeader('access-control-allow-origin', '*')
    response.end(url.includes('/.well-known/') ? JSON.stringify(about) : '<!doctype html><title>Log ind</title>')
  })
  await new Promise<void>((resolve, reject) => {
    issuer.once('error', reject).listen(8788, '127.0.0.1', resolve)
  })
  try {
    const policy = { signInIssuer: 'http://127.0.0.1:8788/kommune', signInClientId: 'kommunens-egen' }
    await optionsWith(policy, async (page, { context, setPolicy }) => {
      await expect(key(page, 'signInIssuer')).toContainText(policy.signInIssuer, { timeout: 15_000 })
      await expect(key(page, 'signInClientId')).toContainText(policy.signInClientId)
      const opened = context.waitForEvent('page')
      await page.getByRole('button', { name: 'Log ind' }).click()
      const window = await opened
      await window.waitForURL(/\/kommune\/auth\?/)
      expect(new URL(window.url()).searchParams.get('client_id')).toBe(policy.signInClientId)
      expect(asked.filter((url) => url.includes('/.well-known/'))).toEqual(['/kommune/.well-known/openid-configuration'])
      await window.close()
      await expect(page.getByText('Kode: sign-in-cancelled')).toBeVisible()
      setPolicy({ signInIssuer: '' })
      await expect(key(page, 'signInIssuer')).toContainText('Ingen kan logge ind', { timeout: 20_000 })
      await expect(page.getByRole('button', { name: 'Log ind' })).toHaveCount(0)
    })
  } finally {
    issuer.closeAllConnections()
    await new Promise((resolve) => {
      issuer.close(resolve)
    })
  }
})

for (const [name, value] of [
  ['fasitHosts', ['https://andet.dk/*']],
  ['siteProfile', '{"id": "x"}'],
  ['proxyUrl', 'javascript:alert(1)'],
  ['signInIssuer', 'https://andet.dk/login'],
  ['signInClientId', ' '],
  ['closingDays', ['i morgen']],
  ['features', { overlay: true }],
] as const) {
  const bad = name !== 'features'
  test(`${name}: ${bad ? 'a value that cannot be used turns everything off' : 'a good value turns nothing off'}`, async () => {
    await optionsWith({ [name]: value }, async (page) => {
      if (bad) {
        await expect(key(page, name)).toContainText('Fejl', { timeout: 15_000 })
        await expect(page.getByText('Ingen adresser er tilladt, så der læses intet.')).toBeVisible()
        await expect(page.getByText('Kode: policy-invalid')).toBeVisible()
      } else {
        await expect(key(page, name)).toContainText('Organisationen', { timeout: 15_000 })
        await expect(page.getByText('Kode: policy-invalid')).toHaveCount(0)
      }
    })
  })
}
