import { PdfFile } from '../pdf/pdf-file.ts'
import type { Pdfium } from '../pdf/pdfium.ts'
import { ATTACK_IDS, type AttackId, type AttackedPage, type Leak, type Recogniser } from './attack.ts'
import { ATTACKS } from './attacks.ts'
import type { Needle } from './needle.ts'
import { readRaw } from './raw-file.ts'
import type { PDFDocumentProxy } from 'pdfjs-dist'

declare const held: unique symbol

export interface ExportedFile {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Files that withstood all twelve attacks. Only `attackExport` can make one; whoever hands files out must ask for it. */
export interface HoldingExport {
  readonly [held]: true
  readonly files: readonly ExportedFile[]
  readonly pages: number
}

export interface AttackedFile extends ExportedFile {
  readonly pages: readonly AttackedPage[]
}

export interface Engines {
  readonly pdfium: Pdfium
  /** Opens a copy of the bytes with PDF.js, the second engine. */
  readonly openWithPdfjs: (bytes: Uint8Array<ArrayBuffer>) => Promise<PDFDocumentProxy>
  readonly recognise: Recogniser
  /** Told before each attack on each file, so that a person can see them run. */
  readonly onAttack?: (attack: AttackId, file: string) => void
}

export type AttackOutcome =
  | { readonly export: HoldingExport; readonly leaks: readonly [] }
  | { readonly export: null; readonly leaks: readonly Leak[] }

/** What this module has seen hold. Nothing outside can add to it. */
const holding = new WeakSet<object>()

/** True for exports that were attacked here and held, and were not changed since: for callers that types do not reach. */
export function isHolding(value: object): value is HoldingExport {
  return holding.has(value)
}

/** All twelve attacks on every file. There is no way to leave one out, and an attack that fails to run is a leak. */
export async function attackExport(files: readonly AttackedFile[], needles: readonly Needle[], engines: Engines): Promise<AttackOutcome> {
  const leaks: Leak[] = []
  // What was attacked is what leaves: a copy that nobody else holds.
  const own = files.map((file) => ({ ...file, bytes: file.bytes.slice() }))
  for (const file of own) leaks.push(...(await attackFile(file, needles, engines)))
  if (leaks.length > 0 || own.length === 0) return { export: null, leaks }
  const handedOut = own.map(({ name, bytes }) => Object.freeze({ name, bytes }))
  const pages = own.reduce((sum, file) => sum + file.pages.length, 0)
  const result = Object.freeze({ files: Object.freeze(handedOut), pages }) as unknown as HoldingExport
  holding.add(result)
  return { export: result, leaks: [] }
}

async function attackFile(file: AttackedFile, needles: readonly Needle[], engines: Engines): Promise<readonly Leak[]> {
  const everywhere = ATTACK_IDS.map((attack): Leak => ({ attack, file: file.name, page: null }))
  const pdfium = PdfFile.open(engines.pdfium, file.bytes)
  if (pdfium === null) return everywhere
  try {
    if (pdfium.pages !== file.pages.length) return everywhere
    const pdfjs = await engines.openWithPdfjs(file.bytes.slice())
    try {
      const target = { ...file, needles, pdfium, pdfjs, raw: await readRaw(file.bytes), recognise: engines.recognise }
      const leaks: Leak[] = []
      for (const attack of ATTACK_IDS) {
        engines.onAttack?.(attack, file.name)
        for (const page of await ATTACKS[attack](target)) leaks.push({ attack, file: file.name, page })
      }
      return leaks
    } finally {
      await pdfjs.loadingTask.destroy()
    }
  } catch {
    return everywhere
  } finally {
    pdfium.close()
  }
}
