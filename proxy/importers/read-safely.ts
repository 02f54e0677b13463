import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { KnowledgeDocument } from '../../utils/knowledge/document.ts'
import type { KnowledgeKind } from '../../utils/knowledge/register.ts'
import { ImportError, type ImportErrorCode } from './import-error.ts'

const MOST_MS = 180_000
const MOST_MEMORY_MB = 1536

type Message = { readonly document: KnowledgeDocument } | { readonly code: ImportErrorCode }

export interface ReadLimits {
  readonly mostMs?: number
  readonly mostMemoryMb?: number
}

/** Reads a file in a thread with limited time and memory. @throws ImportError */
export async function readSafely(path: string, kind: KnowledgeKind, limits: ReadLimits = {}): Promise<KnowledgeDocument> {
  const { mostMs = MOST_MS, mostMemoryMb = MOST_MEMORY_MB } = limits
  const worker = new Worker(new URL('read-worker.ts', import.meta.url), {
    workerData: { path, kind },
    // Flags of the process that are not for a thread would stop it.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb },
    // Nothing of a hostile file's reader is printed.
    stdout: true,
    stderr: true,
  })
  try {
    const [message] = (await once(worker, 'message', { signal: AbortSignal.timeout(mostMs) })) as [Message]
    if ('document' in message) return message.document
    throw new ImportError(message.code)
  } catch (cause) {
    if (cause instanceof ImportError) throw cause
    const late = cause instanceof Error && (cause.name === 'TimeoutError' || cause.name === 'AbortError')
    throw new ImportError(late ? 'took-too-long' : 'too-complex', { cause })
  } finally {
    await worker.terminate()
  }
}
