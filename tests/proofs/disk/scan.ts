import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { viewsOf, type View } from './views.ts'

/** A value whose presence on disk is looked for, in each way it may be spelt. */
export interface Needle {
  readonly id: string
  readonly spellings: readonly string[]
}

export interface Hit {
  readonly needle: string
  /** The file, relative to the profile. */
  readonly file: string
  readonly how: View['how']
  readonly encoding: (typeof ENCODINGS)[number]
}

export interface Scan {
  readonly files: number
  readonly bytes: number
  /** Bytes looked through, unpacked ones among them. */
  readonly viewed: number
  readonly hits: readonly Hit[]
}

const ENCODINGS = ['utf8', 'latin1', 'utf16le', 'base64', 'percent'] as const

interface Pattern {
  readonly needle: string
  readonly encoding: Hit['encoding']
  readonly bytes: Buffer
}

/** Looks for the needles in every file under a folder, as stored and unpacked. */
export function scanFolder(folder: string, needles: readonly Needle[]): Scan {
  const patterns = needles.flatMap(patternsOf)
  const files = filesUnder(folder)
  let bytes = 0
  let viewed = 0
  const hits: Hit[] = []
  for (const file of files) {
    const content = readFileSync(file)
    bytes += content.length
    for (const view of viewsOf(content)) {
      viewed += view.bytes.length
      hits.push(...hitsIn(view, patterns, relative(folder, file)))
    }
  }
  return { files: files.length, bytes, viewed, hits: distinct(hits) }
}

function hitsIn(view: View, patterns: readonly Pattern[], file: string): Hit[] {
  return patterns
    .filter(({ bytes }) => view.bytes.includes(bytes))
    .map(({ needle, encoding }) => ({ needle, file, how: view.how, encoding }))
}

function patternsOf({ id, spellings }: Needle): Pattern[] {
  return spellings.flatMap((text) =>
    ENCODINGS.flatMap((encoding) => encoded(text, encoding).map((bytes) => ({ needle: id, encoding, bytes }))),
  )
}

function encoded(text: string, encoding: Hit['encoding']): Buffer[] {
  const utf8 = Buffer.from(text, 'utf8')
  const plain = utf8.length === text.length
  switch (encoding) {
    case 'utf8':
      return [utf8]
    case 'latin1':
      return plain ? [] : [Buffer.from(text, 'latin1')]
    case 'utf16le':
      return [Buffer.from(text, 'utf16le')]
    case 'base64':
      return [0, 1, 2].map((shift) => base64Core(utf8, shift)).filter((core) => core.length >= 8)
    case 'percent':
      return encodeURIComponent(text) === text ? [] : [Buffer.from(encodeURIComponent(text), 'latin1')]
  }
}

/** The part of a base64 text that does not depend on what stands before or after. */
function base64Core(bytes: Buffer, shift: number): Buffer {
  const text = Buffer.concat([Buffer.alloc(shift), bytes])
    .toString('base64')
    .replace(/=+$/, '')
  const spoilt = shift === 0 ? 0 : shift + 1
  const whole = Math.floor(((bytes.length + shift) * 8) / 6)
  return Buffer.from(text.slice(spoilt, whole), 'latin1')
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    const kind = lstatSync(path)
    if (kind.isDirectory()) return filesUnder(path)
    return kind.isFile() ? [path] : []
  })
}

function distinct(hits: readonly Hit[]): Hit[] {
  return [...new Map(hits.map((hit) => [Object.values(hit).join('\u0000'), hit])).values()]
}
