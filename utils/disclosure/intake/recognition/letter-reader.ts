import Tesseract from 'tesseract.js'
import { IntakeRefusal, type PagePicture, type RecognisedText } from '../intake.ts'
import { withinTime } from '../within-time.ts'

/** Where the library's own files lie. All of them are shipped: nothing is ever fetched from anywhere else. */
export interface LetterFiles {
  /** Folder with the Danish letters, packed. */
  readonly langPath: string
  readonly workerPath?: string
  readonly corePath?: string
}

const PAGE_MS = 45_000
const START_MS = 30_000

/** Reads Danish letters in pictures, in a worker of its own that starts with the first picture and is ended with the last. */
export class LetterReader {
  readonly #files: LetterFiles
  #worker: Promise<Tesseract.Worker> | null = null

  constructor(files: LetterFiles) {
    this.#files = files
  }

  /** Bound, so that it can be handed in as it is. A picture that takes too long costs its worker; the next one gets a new one. */
  readonly recognise = async ({ bytes }: PagePicture): Promise<RecognisedText> => {
    try {
      const worker = await withinTime(this.#start(), START_MS)
      const { data } = await withinTime(worker.recognize(toImage(bytes), {}, { blocks: true, text: false }), PAGE_MS)
      return { lines: linesOf(data), confidence: data.confidence }
    } catch (error) {
      await this.close()
      throw error instanceof IntakeRefusal ? error : new IntakeRefusal('unreadable-picture')
    }
  }

  async close(): Promise<void> {
    const worker = this.#worker
    this.#worker = null
    await worker?.then((running) => running.terminate()).catch(() => undefined)
  }

  #start(): Promise<Tesseract.Worker> {
    this.#worker ??= Tesseract.createWorker('dan', Tesseract.OEM.LSTM_ONLY, {
      ...this.#files,
      workerBlobURL: false,
      cacheMethod: 'none',
      gzip: true,
      // Without it the library throws where nobody can catch. The promise tells the same.
      errorHandler: () => undefined,
    })
    return this.#worker
  }
}

/** The library takes a Blob in a browser and a Buffer on Node. */
function toImage(bytes: Uint8Array): Tesseract.ImageLike {
  return !('WorkerGlobalScope' in globalThis) && typeof Buffer !== 'undefined' ? Buffer.from(bytes) : new Blob([bytes.slice()])
}

function linesOf({ blocks }: Tesseract.Page): RecognisedText['lines'] {
  const lines = (blocks ?? []).flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.lines))
  return lines.map(({ words }) =>
    words.map(({ text, bbox: { x0, y0, x1, y1 } }) => ({ text, box: { left: x0, top: y0, right: x1, bottom: y1 } })),
  )
}
