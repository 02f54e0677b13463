import { useEffect, useState } from 'react'
import type { FileSubject } from '#utils/disclosure/model/finding.ts'
import type { ReadSoFar } from '#utils/disclosure/workbench/read-so-far.ts'
import { findInFile } from './finding.ts'
import type { FromFinder } from './worker-messages.ts'

export interface Findings {
  /** What was found in exactly these documents for this citizen; `null` while it is being looked for. */
  readonly found: FromFinder | null
  readonly failed: boolean
}

/** Looks again whenever the documents or the citizen are others. Nothing found for one citizen is ever shown for another. */
export function useFindings({ documents, state: reading }: ReadSoFar, subject: FileSubject | null): Findings {
  const [looked, setLooked] = useState<Looked | null>(null)
  const over = reading === 'done' || reading === 'stopped'
  useEffect(() => {
    if (!over || subject === null || documents.length === 0) return
    const stop = new AbortController()
    findInFile({ documents, subject }, stop.signal).then(
      (found) => setLooked({ documents, subject, found }),
      () => stop.signal.aborted || setLooked({ documents, subject, found: null }),
    )
    return () => stop.abort()
  }, [documents, over, subject])
  if (!over || looked === null || looked.documents !== documents || looked.subject !== subject) return LOOKING
  return { found: looked.found, failed: looked.found === null }
}

interface Looked {
  readonly documents: ReadSoFar['documents']
  readonly subject: FileSubject
  readonly found: FromFinder | null
}

const LOOKING: Findings = { found: null, failed: false }
