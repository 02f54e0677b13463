/** The other end of `pdf-port.ts`: one PDF, then gone. */
import { workerData } from 'node:worker_threads'

const { WorkerMessageHandler } = (await import('pdfjs-dist/legacy/build/pdf.worker.mjs' as string)) as {
  WorkerMessageHandler: { initializeFromPort: (port: unknown) => void }
}
WorkerMessageHandler.initializeFromPort(workerData)
