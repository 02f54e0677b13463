import { createRequire } from 'node:module'
import { afterAll, describe, expect, test } from 'vitest'
import { letterFiles } from '#cli/letter-files.ts'
import { LetterReader } from '#utils/disclosure/intake/recognition/letter-reader.ts'
import { PDFDocument, StandardFonts } from 'pdf-lib'
import { readAll, textsOf } from './read.ts'

interface Canvas {
  readonly getContext: (kind: '2d') => {
    fillStyle: string
    font: string
    fillRect: (...box: number[]) => void
    fillText: (text: string, x: number, y: number) => void
  }
  readonly encode: (kind: 'png') => Promise<Uint8Array>
}
const require = createRequire(import.meta.url)
const { createCanvas } = require('@napi-rs/canvas') as { createCanvas: (width: number, height: number) => Canvas }
const letters = new LetterReader(letterFiles())
afterAll(() => letters.close())

async function scan(...texts: readonly string[]): Promise<Uint8Array> {
  const canvas = createCanvas(1240, 600)
  const context = canvas.getContext('2d')
  context.fillStyle = 'white'
  context.fillRect(0, 0, 1240, 600)
  context.fillStyle = 'black'
  context.font = '30px "Liberation Sans", "DejaVu Sans", sans-serif'
  for (const [at, text] of texts.entries()) context.fillText(text, 100, 150 + at * 60)
  return canvas.encode('png')
}

describe('recognition', () => {
  test('reads a picture, a scanned page with a stamp in real letters, and lists what cannot be decoded', { timeout: 60_000 }, async () => {
    const picture = await scan('Afgørelse efter serviceloven § 83', 'Borgeren har nummer 140752-6123.')
    const pdf = await PDFDocument.create()
    const page = pdf.addPage([595, 842])
    page.drawImage(await pdf.embedPng(picture), { x: 0, y: 400, width: 595, height: 288 })
    page.drawText('Indscannet, side 1 af 1', { x: 50, y: 20, size: 8, font: await pdf.embedFont(StandardFonts.Helvetica) })
    const documents = await readAll(
      [
        { name: 'billede.png', bytes: picture },
        { name: 'scan.pdf', bytes: await pdf.save() },
        { name: 'brudt.png', bytes: picture.slice(0, 2000) },
        { name: 'efter.png', bytes: picture },
      ],
      { recognise: letters.recognise },
    )
    const [first, scanned, broken, after] = documents.map((document) => ({ document, text: textsOf(document, 'recognised') }))
    expect(first?.text).toContain('serviceloven § 83')
    expect([first?.text, scanned?.text, after?.text].every((text) => text?.includes('140752-6123'))).toBe(true)
    expect(textsOf(scanned?.document ?? { parts: [] }, 'body')).toBe('Indscannet, side 1 af 1')
    expect(broken?.document.notScreened).toMatchObject([{ page: 1, why: 'unreadable-picture' }])
    const part = scanned?.document.parts.find(({ source }) => source === 'recognised')
    const box = part?.boxes.find(({ start, end }) => part.text.slice(start, end).includes('140752'))?.box
    expect(box?.top).toBeGreaterThan(154 + 80)
    expect(box?.bottom).toBeLessThan(154 + 120)
  })
})
