import { createRequire } from 'node:module'
import path from 'node:path'
import type { PdfTools, Surface } from '#utils/disclosure/intake/pdf/pdf-tools.ts'
import { openPdfPort } from './pdf-port.ts'

const require = createRequire(import.meta.url)

/** What reading documents needs, on Node. Pages can be drawn where a canvas is installed. */
export async function intakeTools(): Promise<PdfTools> {
  const folder = path.dirname(require.resolve('pdfjs-dist/package.json'))
  const surface = await surfaceMaker()
  return {
    openPort: openPdfPort,
    assets: { wasm: `${folder}/wasm/`, fonts: `${folder}/standard_fonts/`, cmaps: `${folder}/cmaps/` },
    ...(surface && { surface }),
  }
}

interface NodeCanvas {
  readonly encode: (kind: 'png') => Promise<Uint8Array>
  readonly getContext: (kind: '2d') => unknown
}

// Not a literal: where the optional package is missing its types are too.
const CANVAS: string = '@napi-rs/canvas'

/** PDF.js brings the canvas as an optional dependency: not every machine has it. */
async function surfaceMaker(): Promise<((width: number, height: number) => Surface) | null> {
  try {
    const { createCanvas } = (await import(CANVAS)) as { createCanvas: (width: number, height: number) => NodeCanvas }
    return (width, height) => {
      const canvas = createCanvas(width, height)
      return {
        canvas: canvas as unknown as Surface['canvas'],
        context: canvas.getContext('2d') as Surface['context'],
        toPng: () => canvas.encode('png'),
      }
    }
  } catch {
    return null
  }
}
