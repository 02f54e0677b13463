import { startOwnWorker } from '#utils/browser/own-worker.ts'
import type { FromFinder, ToFinder } from './worker-messages.ts'
import { findWorkerUrl } from './worker-urls.ts'

/** Looks through all documents at once, in a worker: a name is the same person wherever it stands. Rejects when stopped or broken. */
export async function findInFile(wanted: ToFinder, signal: AbortSignal): Promise<FromFinder> {
  const worker = startOwnWorker(findWorkerUrl)
  try {
    return await new Promise<FromFinder>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
      worker.addEventListener('message', ({ data }: MessageEvent<FromFinder>) => resolve(data))
      worker.addEventListener('error', () => reject(new TypeError('finder-broke')))
      worker.postMessage(wanted, [])
    })
  } finally {
    worker.terminate()
  }
}
