import type { StoredItem } from '#utils/storage/item.ts'
import type { SignInWorld } from '#utils/sign-in/sign-in-world.ts'
import type { SignedIn } from '#utils/sign-in/signed-in.ts'
import { DEVELOPMENT_CLIENT, DEVELOPMENT_SCOPE } from '#proxy/auth/development-auth.ts'

export const REDIRECT = `https://${'b'.repeat(32)}.chromiumapp.org/`

/** What browser storage is to the code above it, for a test without a browser. */
export function memoryItem<T>(first: T): StoredItem<T> {
  let value = first
  return {
    get: async () => value,
    update: async (change) => {
      value = change(value)
      return value
    },
    watch: () => () => undefined,
  }
}

/** A person at the issuer's page: follows redirects with the cookies they set, picks who she is, and comes back. */
export function personAt(person: string) {
  const jar = new Map<string, string>()
  return async (address: string, interactive: boolean): Promise<string> => {
    let url = new URL(address)
    const { origin } = url
    for (let step = 0; step < 10 && url.origin === origin; step += 1) {
      const picks = url.pathname.startsWith('/pick/')
      if (picks && !interactive) throw new Error('User interaction required.')
      const answer = await fetch(url, {
        redirect: 'manual',
        headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
        ...(picks && { method: 'POST', body: new URLSearchParams({ person }) }),
      })
      for (const line of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
        jar.set(name, value)
      }
      url = new URL(answer.headers.get('location') ?? '', url)
    }
    return url.href
  }
}

export interface Worldly {
  readonly world: SignInWorld
  /** Every request that was made, as `METHOD path`. */
  readonly asked: string[]
  /** Moves the clock. */
  readonly later: (ms: number) => void
}

/** The extension's side with a real issuer and no browser. */
export function worldAt(issuer: string, { person, change }: { person: string; change?: Partial<SignInWorld> }): Worldly {
  const asked: string[] = []
  let ahead = 0
  const world: SignInWorld = {
    target: { issuer, clientId: DEVELOPMENT_CLIENT, scopes: ['openid', 'profile', DEVELOPMENT_SCOPE], resource: null },
    kept: memoryItem<SignedIn | null>(null),
    redirect: () => REDIRECT,
    openWindow: personAt(person),
    fetch: async (...[input, init]) => {
      const { method, url } = new Request(
        input,
        init?.body === undefined ? { ...init, redirect: 'follow' } : { method: init.method ?? 'POST' },
      )
      asked.push(`${method} ${new URL(url).pathname}`)
      return fetch(input, init)
    },
    now: () => Date.now() + ahead,
    ...change,
  }
  return {
    world,
    asked,
    later: (ms) => {
      ahead += ms
    },
  }
}
