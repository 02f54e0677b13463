import { fromBase64url } from '#utils/guidance/signed/base64url.ts'
import { AppError } from '#utils/domain/app-error.ts'
import type { MeAnswer } from '#proxy/contract/me.ts'

const KEY_BYTES = 32

/**
 * How a case stands in records: HMAC-SHA256 over the municipality's number, a line feed and the case's id, in hex. The
 * municipality, which has the key, can find a case's records again; nobody else can, and the proxy never sees the id.
 */
export async function hashCase(caseId: string, { municipality, pseudonym }: Pick<MeAnswer, 'municipality' | 'pseudonym'>): Promise<string> {
  const bytes = fromBase64url(pseudonym.key, KEY_BYTES)
  if (bytes === null) throw new AppError('proxy-away')
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(`${municipality}\n${caseId}`))
  return Array.from(new Uint8Array(mac), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
