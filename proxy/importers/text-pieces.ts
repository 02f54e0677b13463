import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { ImportError } from './import-error.ts'

const START = 256

/** The text of an XML file, piece by piece, in the character set it declares. @throws ImportError */
export async function* textPieces(path: string, mostBytes: number): AsyncGenerator<string> {
  const { size } = await stat(path)
  if (size > mostBytes) throw new ImportError('too-large')
  let decoder: TextDecoder | null = null
  let read = 0
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    read += chunk.length
    if (read > mostBytes) throw new ImportError('too-large')
    decoder ??= decoderFor(chunk)
    yield decode(decoder, chunk)
  }
  yield decode(decoder ?? new TextDecoder(), null)
}

function decode(decoder: TextDecoder, chunk: Buffer | null): string {
  try {
    return chunk === null ? decoder.decode() : decoder.decode(chunk, { stream: true })
  } catch (cause) {
    throw new ImportError('not-text', { cause })
  }
}

function decoderFor(chunk: Buffer): TextDecoder {
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return new TextDecoder('utf-16be', { fatal: true })
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return new TextDecoder('utf-16le', { fatal: true })
  const declared = /encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/u.exec(chunk.subarray(0, START).toString('latin1'))?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(declared, { fatal: true })
  } catch (cause) {
    throw new ImportError('not-text', { cause })
  }
}
