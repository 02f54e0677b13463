import { useEffect, useRef, useState } from 'react'
import { startOwnWorker } from '#utils/browser/own-worker.ts'
import type { AttackId } from '#utils/disclosure/export/attack/attack.ts'
import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import type { DocumentId } from '#utils/disclosure/model/screened-document.ts'
import { extendLog, newLogKey, type LogEntry } from '#utils/disclosure/review/decision-log.ts'
import { documentList } from '#utils/disclosure/review/document-list.ts'
import { finish } from '#utils/disclosure/review/act.ts'
import { planExport, releasedTexts } from '#utils/disclosure/review/plan-export.ts'
import type { ReviewState } from '#utils/disclosure/review/review-state.ts'
import type { FromExporter, ToExporter } from './export-messages.ts'
import { exportWorkerUrl } from './worker-urls.ts'

export type ExportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working'; readonly attack: AttackId | null; readonly file: string | null }
  | Exclude<FromExporter, { kind: 'progress' | 'attack' }>

export interface Exporting {
  readonly state: ExportState
  readonly log: readonly LogEntry[]
  readonly start: () => void
}

/** The file is made and attacked in a worker. What was made for other decisions than these is thrown away. */
export function useExport(review: ReviewState, bytesOf: (document: DocumentId) => Uint8Array | null, today: CalendarDay): Exporting {
  const [made, setMade] = useState<{ readonly of: ReviewState; readonly state: ExportState; readonly log: readonly LogEntry[] } | null>(
    null,
  )
  const running = useRef<Worker | null>(null)
  useEffect(() => () => running.current?.terminate(), [])
  const fits = made !== null && made.of === review
  const start = async () => {
    const show = (state: ExportState, log: readonly LogEntry[]) => setMade({ of: review, state, log })
    show({ kind: 'working', attack: null, file: null }, [])
    const { order, log } = await orderOf(review, bytesOf, today)
    running.current?.terminate()
    const worker = startOwnWorker(exportWorkerUrl)
    running.current = worker
    worker.addEventListener('message', ({ data }: MessageEvent<FromExporter>) => {
      if (data.kind === 'progress') show({ kind: 'working', attack: null, file: null }, log)
      else if (data.kind === 'attack') show({ ...data, kind: 'working' }, log)
      else {
        worker.terminate()
        show(data, log)
      }
    })
    worker.addEventListener('error', () => show({ kind: 'failed', code: 'unexpected' }, log))
    worker.postMessage(order, [])
  }
  return { state: fits ? made.state : { kind: 'idle' }, log: fits ? made.log : [], start: () => void start() }
}

async function orderOf(review: ReviewState, bytesOf: (document: DocumentId) => Uint8Array | null, today: CalendarDay) {
  const plans = planExport(review)
  const log = await extendLog([], finish(review, Date.now()).events, await newLogKey())
  const order: ToExporter = {
    items: review.setup.documents.flatMap((document, index) => {
      const plan = plans?.[index]
      return plan ? [{ number: index + 1, document, plan, bytes: bytesOf(document.id) ?? new Uint8Array() }] : []
    }),
    cover: { regime: review.setup.regime, list: documentList(review), logHead: log.at(-1)?.hash ?? '', today },
    released: releasedTexts(review),
  }
  return { order, log }
}
