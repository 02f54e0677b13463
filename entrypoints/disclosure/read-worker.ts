import { startOwnWorker } from '#utils/browser/own-worker.ts'
import { LetterReader } from '#utils/disclosure/intake/recognition/letter-reader.ts'
import { packedLetters } from '#utils/disclosure/intake/recognition/packed-letters.ts'
import { readFiles } from '#utils/disclosure/intake/read-files.ts'
import type { PdfTools, Surface } from '#utils/disclosure/intake/pdf/pdf-tools.ts'
import { PDF_ASSETS } from './pdf-assets.ts'
import { pdfWorkerUrl } from './pdf-worker-url.ts'
import type { FromReader, ToReader } from './worker-messages.ts'

const tell = (message: FromReader, moved: Transferable[] = []) => self.postMessage(message, { transfer: moved })

let waiting: Promise<void> | null = null
let goOn: () => void = () => undefined

self.addEventListener('message', ({ data }: MessageEvent<ToReader>) => {
  if (data.kind === 'pause') waiting ??= new Promise((resolve) => (goOn = resolve))
  else if (data.kind === 'resume') {
    waiting = null
    goOn()
  } else void read(data.files)
})

async function read(files: Extract<ToReader, { kind: 'read' }>['files']): Promise<void> {
  const letters = new LetterReader(packedLetters())
  const documents = readFiles(files, {
    pdf: tools(),
    recognise: letters.recognise,
    onProgress: (progress) => tell({ kind: 'progress', progress }),
    mayGoOn: async () => waiting ?? undefined,
  })
  for await (const document of documents) tell({ kind: 'document', document })
  await letters.close()
  tell({ kind: 'end' })
}

function tools(): PdfTools {
  return {
    openPort: () => {
      const port = startOwnWorker(pdfWorkerUrl)
      return { port, close: () => port.terminate() }
    },
    surface,
    assets: PDF_ASSETS,
  }
}

function surface(width: number, height: number): Surface {
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (context === null) throw new TypeError('no-canvas')
  return { canvas, context, toPng: async () => new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer()) }
}
