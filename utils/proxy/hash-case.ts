import { fromBase64url } from '#utils/guidance/signed/base64url.ts'
import { AppError } from '#utils/domain/app-error.ts'
import type { MeAnswer } from '#proxy/contract/me.ts'

const KEY_BYTES = 32
const ENTRY_DIGITS = 32

/** What the proxy gave to hash with. */
export type Pseudonyms = Pick<MeAnswer, 'municipality' | 'pseudonym'>

/**
 * How a case stands in records: HMAC-SHA256 over the municipality's number, a line feed and the case's id, in hex. The
 * municipality, which has the key, can find a case's records again; nobody else can, and the proxy never sees the id.
 */
export async function hashCase(caseId: string, { municipality, pseudonym }: Pseudonyms): Promise<string> {
  return hmac(pseudonym.key, `${municipality}\n${caseId}`)
}

/** How an entry of a case stands in records. */
export async function hashEntry(entryId: string, { pseudonym }: Pseudonyms): Promise<string> {
  return (await hmac(pseudonym.key, entryId)).slice(0, ENTRY_DIGITS)
}

async function hmac(base64url: string, text: string): Promise<string> {
  const bytes = fromBase64url(base64url, KEY_BYTES)
  if (bytes === null) throw new AppError('proxy-away')
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text))
  return Array.from(new Uint8Array(mac), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
