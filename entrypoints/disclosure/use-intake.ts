import { useEffect, useRef, useState } from 'react'
import type { InputFile, IntakeDocument } from '#utils/disclosure/intake/intake.ts'
import type { DocumentId } from '#utils/disclosure/model/screened-document.ts'
import { documentOfBatch } from '#utils/disclosure/workbench/batch.ts'
import { READ_NOTHING, type ReadSoFar, withDocument, withEnd, withProgress, withStart } from '#utils/disclosure/workbench/read-so-far.ts'
import { Reading } from './reading.ts'

export interface Intake {
  readonly read: ReadSoFar
  readonly add: (files: readonly InputFile[]) => void
  readonly pause: () => void
  readonly resume: () => void
  readonly stop: () => void
  /** The bytes of a document, for pictures and for the export. */
  readonly bytesOf: (document: DocumentId) => Uint8Array | null
}

/** The files that were given, and what was read of them. In memory, and gone with the page. */
export function useIntake(): Intake {
  const [read, setRead] = useState(READ_NOTHING)
  const reading = useRef<Reading | null>(null)
  const batch = useRef(0)
  const bytes = useRef(new Map<DocumentId, Uint8Array>())
  useEffect(() => () => reading.current?.stop(), [])

  const add = (files: readonly InputFile[]) => {
    if (files.length === 0 || reading.current !== null) return
    const number = (batch.current += 1)
    const keep = (document: IntakeDocument) => {
      const named = documentOfBatch(document, number)
      bytes.current.set(named.id, document.bytes)
      setRead((before) => withDocument(before, named))
    }
    setRead((before) => withStart(before, Date.now()))
    reading.current = new Reading(files, {
      document: keep,
      progress: (progress) => setRead((before) => withProgress(before, progress, Date.now())),
      end: (how) => {
        reading.current = null
        setRead((before) => withEnd(before, how))
      },
    })
  }
  return {
    read,
    add,
    pause: () => {
      reading.current?.pause()
      setRead((before) => ({ ...before, state: 'paused' }))
    },
    resume: () => {
      reading.current?.resume()
      setRead((before) => ({ ...before, state: 'reading' }))
    },
    stop: () => reading.current?.stop(),
    bytesOf: (document) => bytes.current.get(document) ?? null,
  }
}
