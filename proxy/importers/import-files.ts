import { sectionsOf } from './sections.ts'
import { danishDay } from '../knowledge/danish-day.ts'
import { loadDocument, refreshWords, type LoadOutcome } from '../knowledge/load-document.ts'
import { createLog } from '../observe/log-writer.ts'
import { createMetrics } from '../observe/metrics.ts'
import { createStore } from '../store/create-store.ts'
import { storeConfig } from '../store/store-config.ts'
import type { Store } from '../store/store.ts'
import type { KnowledgeKind } from '../../utils/knowledge/register.ts'
import { embedMissing } from './embed-missing.ts'
import { fileList } from './file-list.ts'
import { IMPORT_ERRORS, ImportError } from './import-error.ts'
import { readSafely } from './read-safely.ts'

export interface ImportOptions {
  readonly kind: KnowledgeKind
  /** Path of the proxy's configuration; `null`: the embedded store where the proxy has it in development. */
  readonly config: string | null
  readonly development: boolean
  readonly print: (line: string) => void
  readonly complain: (line: string) => void
}

export interface Imported {
  readonly loaded: number
  readonly failed: number
}

const SAYS: Readonly<Record<LoadOutcome, string>> = { new: 'ny', 'new-version': 'ny udgave, den gamle er beholdt', unchanged: 'uændret' }

/** Loads files one by one: one that cannot be read stops none of the others. @throws StoreError, ConfigError */
export async function importFiles(paths: readonly string[], options: ImportOptions): Promise<Imported> {
  const config = options.config === null ? null : sectionsOf(options.config)
  const log = createLog({ now: Date.now, write: options.complain, metrics: createMetrics() })
  const store = await createStore(config?.store ?? storeConfig.parse(undefined), { log })
  try {
    let [loaded, failed] = [0, 0]
    for (const path of await fileList(paths)) {
      if (await importFile(store, path, options)) loaded += 1
      else failed += 1
    }
    await refreshWords(store)
    const embedded = config === null ? null : await embedMissing(config, store, options)
    options.print(`${loaded} filer indlæst, ${failed} kunne ikke læses${embedded === null ? '' : `, ${embedded} passager fik en vektor`}`)
    return { loaded, failed }
  } finally {
    await store.close()
  }
}

async function importFile(store: Store, path: string, { kind, print, complain }: ImportOptions): Promise<boolean> {
  try {
    const document = await readSafely(path, kind)
    const { outcome, version, passages } = await loadDocument(store, document, danishDay(Date.now()))
    print(`${path}: ${SAYS[outcome]}: ${document.title} (${version}, ${passages} dele)`)
    return true
  } catch (error) {
    if (!(error instanceof ImportError)) throw error
    complain(`${path}: ${IMPORT_ERRORS[error.code]} (${error.code})`)
    return false
  }
}
