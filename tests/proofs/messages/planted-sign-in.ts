import { loadCustomer } from '#build/customer.ts'
import { Random } from '../support/random.ts'
import type { Stage } from '../support/stage.ts'

/** Somebody is signed in: tokens and the key for cases lie where the product keeps them. Returns what no reply may hold. */
export async function plantSignIn({ browser: { worker } }: Stage, seed: number): Promise<readonly string[]> {
  const random = new Random(seed)
  const word = (length: number) => Array.from({ length }, () => random.pick([...'abcdefghijkmnpqrstuvwxyz'])).join('')
  const { signIn } = loadCustomer('stand-in')
  if (signIn === null) throw new Error('nobody can sign in with the stand-in build')
  const secrets = { accessToken: `access-${word(40)}`, refreshToken: `refresh-${word(40)}`, key: `${word(42)}A` }
  const kept = {
    issuer: signIn.issuer,
    clientId: signIn.clientId,
    subject: 'nobody',
    accessToken: secrets.accessToken,
    refreshToken: secrets.refreshToken,
    expiresAt: Date.now() + 86_400_000,
    endpoints: { token: `${signIn.issuer}/token`, revocation: null },
    name: 'Nobody',
    me: {
      municipality: '000',
      unit: { id: 'prøve', name: 'Prøveenheden' },
      roles: ['caseworker'],
      expiresAt: Date.now() + 86_400_000,
      pseudonym: { keyId: 'k', key: secrets.key },
    },
  }
  await worker.evaluate(async (value) => chrome.storage.session.set({ 'sign-in': value }), kept)
  return Object.values(secrets)
}

/** What the extension's own page is told of it: who, and no byte of a token. `null` when that is so. */
export async function toldToOwnPage({ control }: Stage, secrets: readonly string[]): Promise<string | null> {
  const replies = await control.evaluate(async () => {
    const ask = async (call: string) => chrome.runtime.sendMessage({ sagshjaelp: 1, to: 'background', call })
    return JSON.stringify(await Promise.all(['signInState', 'panelSetup', 'health', 'proxyState'].map(ask)))
  })
  if (!replies.includes('Prøveenheden')) return `the page is not told who is signed in: ${replies.slice(0, 200)}`
  return secrets.some((secret) => replies.includes(secret)) ? 'a token or a key reached a page' : null
}

/** A question on the model's port from the extension's own page; resolves with the kinds of messages that came back. */
export async function askFromOwnPage({ control }: Stage): Promise<readonly string[]> {
  return control.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const heard: string[] = []
        const port = chrome.runtime.connect({ name: 'sagshjaelp-model' })
        port.onMessage.addListener((message: { kind: string }) => {
          heard.push(message.kind)
          if (message.kind === 'end') resolve(heard)
        })
        port.onDisconnect.addListener(() => resolve(heard))
        port.postMessage({
          useId: crypto.randomUUID(),
          feature: 'answer',
          purpose: 'practice',
          caseId: null,
          model: 'm',
          messages: [{ role: 'user', content: 'Hej' }],
          maxTokens: 5,
        })
      }),
  )
}
