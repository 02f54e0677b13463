import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { RedactionMark } from '#utils/disclosure/model/decision.ts'

/** Texts that must be gone, with nothing but letters and digits left of them. */
export function squeezed(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** Everything of a person that was struck out somewhere in the file, in this proof's own words. */
export function forbidden(marks: readonly RedactionMark[]): readonly string[] {
  return [...new Set(marks.map(({ text }) => squeezed(text)))]
}

/** Bytes as this proof reads them: unpacked where they unpack, once as letters, once as UTF-16, once as hex written out. */
export function bytesHold(bytes: Uint8Array, texts: readonly string[]): boolean {
  const file = Buffer.from(bytes)
  const bodies = [file, ...streamsOf(file)]
  return bodies.some((body) => {
    const latin = body.toString('latin1')
    const hex = (latin.match(/<[0-9A-Fa-f\s]{4,}>/g) ?? [])
      .map((text) => Buffer.from(text.replace(/[^0-9A-Fa-f]/g, ''), 'hex').toString('latin1'))
      .join('')
    const strings = (latin.match(/\((?:\\.|[^\\()])*\)/gs) ?? []).join('')
    const readings = [latin, body.toString('utf8'), hex, strings].map((text) => text.replace(/[\0\s().<>\\/-]/g, '').toLowerCase())
    return texts.some((text) => text.length >= 8 && readings.some((reading) => reading.includes(text)))
  })
}

function streamsOf(file: Buffer): readonly Buffer[] {
  const found: Buffer[] = []
  let at = file.indexOf('stream\n')
  while (at >= 0) {
    const start = at + 'stream\n'.length
    const end = file.indexOf('endstream', start)
    if (end < 0) break
    const data = file.subarray(start, end)
    try {
      found.push(inflateSync(data, { finishFlush: 2 }))
    } catch {
      found.push(data)
    }
    at = file.indexOf('stream\n', end + 'endstream'.length)
  }
  return found
}

/** What a reader can copy out of it. */
export async function copiedText(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
  try {
    const texts: string[] = []
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const { items } = await (await pdf.getPage(number)).getTextContent()
      texts.push(...items.flatMap((item) => ('str' in item ? [item.str] : [])))
    }
    return texts.join(' ')
  } finally {
    await pdf.loadingTask.destroy()
  }
}

/** The text by poppler, where the machine has it; `null` elsewhere. */
export function popplerText(bytes: Uint8Array): string | null {
  if (spawnSync('pdftotext', ['-v']).error !== undefined) return null
  const folder = mkdtempSync(join(tmpdir(), 'export-'))
  try {
    writeFileSync(join(folder, 'a.pdf'), bytes)
    return ['-raw', '-layout']
      .map((way) => spawnSync('pdftotext', [way, join(folder, 'a.pdf'), '-'], { encoding: 'utf8' }).stdout)
      .join('\n')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const NEVER =
  /\/(?:Annots|EmbeddedFiles?|Metadata|OCProperties|AcroForm|Thumb|PieceInfo|Outlines|StructTreeRoot|ActualText|JavaScript|URI|Prev|OpenAction|PageLabels)\b/

export function hasForbiddenPart(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes)
  return (
    NEVER.test(file.toString('latin1').replace(/stream\n[\s\S]*?endstream/g, '')) || file.toString('latin1').split('%%EOF').length !== 2
  )
}
