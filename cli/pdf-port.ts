import { Worker as Thread } from 'node:worker_threads'
import type { PdfPort } from '#utils/disclosure/intake/pdf/pdf-tools.ts'

/** A thread that PDF.js reads one document in, with the face of a browser's worker. */
export function openPdfPort(): PdfPort {
  const { port1, port2 } = new MessageChannel()
  const thread = new Thread(new URL('./pdf-thread.ts', import.meta.url), {
    workerData: port2,
    transferList: [port2 as never],
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  })
  // A document may break its thread; what was asked of it then ends as too slow or at the next question.
  thread.on('error', () => port1.close())
  port1.start()
  return {
    port: port1 as unknown as Worker,
    close: () => {
      port1.close()
      void thread.terminate()
    },
  }
}
