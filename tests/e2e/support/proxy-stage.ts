import { launch, type Launched } from '#build/browser/launch.ts'
import { startMunicipality, type Municipality } from '#tests/proofs/support/municipality.ts'

/** A municipality's proxy, issuer and model, and a browser with the extension that was built for them. */
export interface ProxyStage extends Municipality {
  readonly browser: Launched
  /** A call as another person, past the browser. */
  ask(person: string, path: string, init?: RequestInit): Promise<Response>
}

/** The proxy's host is none of these. */
const HOSTS = ['http://localhost/*', 'http://*.localhost/*']

export async function startProxyStage(): Promise<ProxyStage> {
  const municipality = await startMunicipality(HOSTS)
  const browser = await launch({ extension: municipality.extension })
  return {
    ...municipality,
    browser,
    ask: async (person, at, init = {}) => {
      const { access_token: token } = await municipality.issuer.signIn(person)
      const headers = { ...init.headers, authorization: `Bearer ${token}`, 'content-type': 'application/json' }
      return fetch(`${municipality.url}${at}`, { ...init, headers })
    },
    close: async () => {
      await browser.close()
      await municipality.close()
    },
  }
}
