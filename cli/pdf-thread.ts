/** The other end of `pdf-port.ts`: one PDF, then gone. */
import { workerData } from 'node:worker_threads'

// Not a literal: the worker has no types.
const WORKER: string = 'pdfjs-dist/legacy/build/pdf.worker.mjs'
const { WorkerMessageHandler } = (await import(WORKER)) as {
  WorkerMessageHandler: { initializeFromPort: (port: unknown) => void }
}
WorkerMessageHandler.initializeFromPort(workerData)
