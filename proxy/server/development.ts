import { randomBytes } from 'node:crypto'
import { parseConfig } from '../config/load-config.ts'
import type { ProxyConfig } from '../config/proxy-config.ts'
import { DEVELOPMENT_KEY_VARIABLE, developmentSigningKey } from '../guidance/development-key.ts'

export interface Development {
  readonly config: ProxyConfig
  close(): Promise<void>
}

export interface DevelopmentPorts {
  readonly port: number | null
  readonly issuerPort: number | null
}

type Raw = Readonly<Record<string, unknown>>

const LOOPBACK = '127.0.0.1'

/**
 * The configuration for development: this machine alone, and an issuer of its own with invented people unless `raw`
 * names another. What `raw` says of upstreams, store and limits counts; where to listen is not up to it.
 */
export async function startDevelopment(raw: Raw, { port, issuerPort }: DevelopmentPorts): Promise<Development> {
  const server = { ...(raw['server'] as Raw | undefined), host: LOOPBACK, tls: null, metrics: 'public', ...(port !== null && { port }) }
  const guidance = developmentGuidance(raw['guidance'] as Raw | undefined)
  if ('auth' in raw) return { config: parseConfig({ ...raw, server, guidance }), close: async () => {} }
  // Never loaded in a municipality's proxy.
  const { developmentAuth, DEVELOPMENT_SECRET_VARIABLE } = await import('../auth/development-auth.ts')
  const { startDevelopmentIssuer } = await import('../auth/development-issuer.ts')
  process.env[DEVELOPMENT_SECRET_VARIABLE] ??= randomBytes(32).toString('base64url')
  const issuer = await startDevelopmentIssuer(issuerPort === null ? {} : { port: issuerPort })
  try {
    return { config: parseConfig({ ...raw, auth: developmentAuth(issuer.issuer), server, guidance }), close: () => issuer.close() }
  } catch (error) {
    await issuer.close()
    throw error
  }
}

/** Signs switches with the key that the stand-in build knows, unless `raw` names another. */
function developmentGuidance(raw: Raw = {}): Raw {
  if ('signingKey' in raw) return raw
  process.env[DEVELOPMENT_KEY_VARIABLE] = developmentSigningKey().pem
  return { ...raw, signingKey: { env: DEVELOPMENT_KEY_VARIABLE } }
}
