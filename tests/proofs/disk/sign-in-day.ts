import type { BrowserContext } from '@playwright/test'
import { extensionId } from '#build/browser/extension-id.ts'
import type { Needle } from './scan.ts'

/** Numbers above those of the cases. */
const FIRST = 900

interface Kept {
  readonly accessToken: string
  readonly refreshToken: string
  readonly me: { readonly pseudonym: { readonly key: string } } | null
}

/**
 * The day begins with signing in and a question to the model. Returns what came of it that must not reach the disk: both
 * tokens, the key that cases are hashed with, the address that brought the code, and the model's answer.
 */
export async function signInAndAsk(context: BrowserContext, extension: string, answer: string): Promise<readonly Needle[]> {
  const page = await context.newPage()
  await page.goto(`chrome-extension://${extensionId(extension)}/options.html`)
  const opened = context.waitForEvent('page')
  await page.getByRole('button', { name: 'Log ind' }).click()
  const window = await opened
  await window.getByRole('button', { name: 'Sagsbehandler, Jobcenter Nord (øvelse)', exact: true }).click()
  await page.getByRole('button', { name: 'Prøv sprogmodellen' }).click({ timeout: 30_000 })
  const tried = page.getByText(/Svaret er helt\.|Kode: /)
  await tried.first().waitFor({ timeout: 30_000 })
  const said = await tried.first().innerText()
  if (!said.includes('helt')) throw new Error(`the model did not answer: ${said}`)
  const kept = await page.evaluate(async () => (await chrome.storage.session.get('sign-in'))['sign-in'] as Kept)
  await page.close()
  const key = kept.me?.pseudonym.key
  if (key === undefined) throw new Error('the proxy gave no key')
  const signature = kept.accessToken.split('.').at(-1) ?? ''
  const spellings = [[kept.accessToken, signature], [kept.refreshToken], [key], ['chromiumapp.org/?code='], [answer]]
  return spellings.map((each, at) => ({ id: `text ${FIRST + at}`, spellings: each }))
}
