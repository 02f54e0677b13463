import { createHash, randomBytes } from 'node:crypto'
import { DEVELOPMENT_CLIENT, DEVELOPMENT_SCOPE, DEVELOPMENT_SECRET_VARIABLE, developmentAuth } from '#proxy/auth/development-auth.ts'
import { startDevelopmentIssuer } from '#proxy/auth/development-issuer.ts'

export interface Tokens {
  readonly access_token: string
  readonly refresh_token: string
  readonly id_token: string
  readonly expires_in: number
}

/** A real OpenID Connect server (oidc-provider, as development runs it), and a browser's way through it. */
export interface Issuer {
  readonly issuer: string
  /** The `auth` section for it. */
  readonly config: ReturnType<typeof developmentAuth>
  /** Authorization code with PKCE, as the extension does it: `sagsbehandler.jobcenter-nord`, `leder.jobcenter-syd`, … */
  signIn(person: string): Promise<Tokens>
  refresh(token: string): Promise<Tokens>
  close(): Promise<void>
}

const REDIRECT = `https://${'b'.repeat(32)}.chromiumapp.org/`

export async function startIssuer(): Promise<Issuer> {
  process.env[DEVELOPMENT_SECRET_VARIABLE] ??= 'only-for-tests-and-long-enough-to-be-taken'
  const { issuer, close } = await startDevelopmentIssuer({ port: 0 })
  return {
    issuer,
    config: developmentAuth(issuer),
    async signIn(person) {
      const verifier = randomBytes(32).toString('base64url')
      const code = await walk(issuer, { person, challenge: createHash('sha256').update(verifier).digest('base64url') })
      return tokens(issuer, { grant_type: 'authorization_code', code, redirect_uri: REDIRECT, code_verifier: verifier })
    },
    refresh: (token) => tokens(issuer, { grant_type: 'refresh_token', refresh_token: token }),
    close,
  }
}

/** Follows the redirects with the cookies they set, picks the person, and reads the code off the last address. */
async function walk(issuer: string, { person, challenge }: { readonly person: string; readonly challenge: string }): Promise<string> {
  const state = randomBytes(8).toString('hex')
  const jar = new Map<string, string>()
  const query = new URLSearchParams({
    client_id: DEVELOPMENT_CLIENT,
    response_type: 'code',
    redirect_uri: REDIRECT,
    scope: `openid ${DEVELOPMENT_SCOPE}`,
    state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
  })
  let url = new URL(`${issuer}/auth?${query}`)
  for (let step = 0; step < 8 && url.origin === issuer; step += 1) {
    const isPick = url.pathname.startsWith('/pick/')
    if (isPick && !(await pageAt(url)).includes(`value="${person}"`)) throw new Error('the page does not offer that person')
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: cookies(),
      ...(isPick ? { method: 'POST', body: new URLSearchParams({ person }) } : {}),
    })
    keep(answer)
    url = new URL(answer.headers.get('location') ?? '', url)
  }
  const code = url.searchParams.get('code')
  if (!url.href.startsWith(REDIRECT) || url.searchParams.get('state') !== state || code === null) throw new Error('no code came back')
  return code

  async function pageAt(page: URL): Promise<string> {
    return (await fetch(page, { headers: cookies() })).text()
  }
  function cookies(): Record<string, string> {
    return { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') }
  }
  function keep(answer: Response): void {
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      jar.set(name, value)
    }
  }
}

async function tokens(issuer: string, form: Readonly<Record<string, string>>): Promise<Tokens> {
  const answer = await fetch(`${issuer}/token`, { method: 'POST', body: new URLSearchParams({ client_id: DEVELOPMENT_CLIENT, ...form }) })
  if (!answer.ok) throw new Error(`the token endpoint answered ${answer.status}`)
  return (await answer.json()) as Tokens
}
