import { readSecret } from '../config/secret.ts'
import type { UpstreamSettings } from './upstream-config.ts'
import type { WorkloadIdentity } from './workload-identity.ts'

export interface Credentials {
  /** The header that says who we are. @throws IdentityFailure */
  header(): Promise<Readonly<Record<string, string>>> | Readonly<Record<string, string>>
  /** The upstream refused it. Whether asking again could give another. */
  refused(): boolean
  close(): Promise<void>
}

const USABLE = /^[\x21-\x7e]{1,8192}$/

/** @throws Error that names where the key should have been, never what was there */
export function createCredentials(upstream: UpstreamSettings, identity: WorkloadIdentity | null): Credentials {
  if (identity !== null)
    return {
      header: async () => ({ authorization: `Bearer ${await identity.token()}` }),
      refused: () => {
        identity.forget()
        return true
      },
      close: () => identity.close(),
    }
  const fixed = fixedHeader(upstream)
  return { header: () => fixed, refused: () => false, close: () => Promise.resolve() }
}

function fixedHeader({ credential, kind }: UpstreamSettings): Readonly<Record<string, string>> {
  if (credential.type !== 'key') return {}
  const key = readSecret(credential.secret)
  // A key with a line break in it would be a header of its own.
  if (!USABLE.test(key)) throw new Error('The key of an upstream holds characters that no key has')
  return kind === 'azure' ? { 'api-key': key } : { authorization: `Bearer ${key}` }
}
