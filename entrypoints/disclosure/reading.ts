import { startOwnWorker } from '#utils/browser/own-worker.ts'
import type { InputFile, IntakeDocument, IntakeProgress } from '#utils/disclosure/intake/intake.ts'
import type { DocumentId } from '#utils/disclosure/model/screened-document.ts'
import type { FromReader, ToReader } from './worker-messages.ts'
import { readWorkerUrl } from './worker-urls.ts'

export interface ReadingEvents {
  readonly document: (document: IntakeDocument) => void
  readonly progress: (progress: IntakeProgress) => void
  readonly end: (how: 'done' | 'stopped') => void
}

/** Some files being read in a worker of their own. Stopping ends the worker, whatever it is in the middle of. */
export class Reading {
  readonly #worker: Worker
  readonly #files: readonly InputFile[]
  readonly #on: ReadingEvents
  /** Inputs that are read to their end: the ones before the one at work. */
  #at = 0
  #over = false

  constructor(files: readonly InputFile[], on: ReadingEvents) {
    this.#files = files
    this.#on = on
    this.#worker = startOwnWorker(readWorkerUrl)
    this.#worker.addEventListener('message', ({ data }: MessageEvent<FromReader>) => this.#heard(data))
    // A worker that breaks leaves its files unread, and says so.
    this.#worker.addEventListener('error', () => this.stop())
    this.#send({ kind: 'read', files })
  }

  pause(): void {
    this.#send({ kind: 'pause' })
  }

  resume(): void {
    this.#send({ kind: 'resume' })
  }

  /** Ends the reading at once. What was not read to its end is listed as stopped. */
  stop(): void {
    if (this.#over) return
    this.#over = true
    this.#worker.terminate()
    for (let item = this.#at; item < this.#files.length; item += 1) this.#on.document(stopped(this.#files[item]?.name ?? '', item))
    this.#on.end('stopped')
  }

  #send(message: ToReader): void {
    this.#worker.postMessage(message, [])
  }

  #heard(message: FromReader): void {
    if (this.#over) return
    if (message.kind === 'progress') {
      this.#at = message.progress.item
      this.#on.progress(message.progress)
    } else if (message.kind === 'document') this.#on.document(message.document)
    else {
      this.#over = true
      this.#worker.terminate()
      this.#on.end('done')
    }
  }
}

function stopped(name: string, item: number): IntakeDocument {
  const id = `stopped-${item}` as DocumentId
  return {
    id,
    item,
    name,
    kind: 'unknown',
    pages: 0,
    parts: [],
    bytes: new Uint8Array(),
    notScreened: [{ document: id, page: null, why: 'stopped' }],
  }
}
