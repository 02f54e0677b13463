/* oxlint-disable unicorn/require-post-message-target-origin -- a thread's port has no origin */
/** Runs in a thread of its own: a file that is made to hang or to fill the memory takes only this thread with it. */
import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { ImportError } from './import-error.ts'
import { readDocument } from './read-document.ts'

const { path, kind } = z.object({ path: z.string(), kind: z.enum(['law', 'procedure']) }).parse(workerData)

try {
  parentPort?.postMessage({ document: await readDocument(path, kind) })
} catch (error) {
  const tooDeep = error instanceof RangeError
  parentPort?.postMessage({ code: error instanceof ImportError ? error.code : tooDeep ? 'too-complex' : 'not-well-formed' })
}
