import { readFile, stat } from 'node:fs/promises'
import { ImportError } from './import-error.ts'

/** A whole file of limited size. @throws ImportError */
export async function readBytes(path: string, mostBytes: number): Promise<Buffer> {
  const { size } = await stat(path)
  if (size > mostBytes) throw new ImportError('too-large')
  const bytes = await readFile(path)
  if (bytes.length > mostBytes) throw new ImportError('too-large')
  return bytes
}

/** Text in UTF-8, or in the character set that an HTML file names. @throws ImportError */
export function textOf(bytes: Buffer): string {
  const named = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_-]{2,40})/iu.exec(bytes.subarray(0, 4096).toString('latin1'))?.[1]
  try {
    return new TextDecoder(named ?? 'utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new ImportError('not-text', { cause })
  }
}
