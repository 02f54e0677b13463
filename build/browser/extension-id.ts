import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** The id that the manifest's key gives an extension, as the browser works it out. */
export function extensionId(folder: string): string {
  const { key } = JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8')) as { key: string }
  const digest = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32)
  return digest.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))
}
