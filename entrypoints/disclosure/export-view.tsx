import { useMemo } from 'react'
import { CATEGORIES } from '#utils/disclosure/finding/categories.ts'
import type { CategoryId } from '#utils/disclosure/model/finding.ts'
import { documentList } from '#utils/disclosure/review/document-list.ts'
import { measuresOf } from '#utils/disclosure/review/measures.ts'
import { planExport } from '#utils/disclosure/review/plan-export.ts'
import { REGIMES } from '#utils/disclosure/review/regimes.ts'
import { restOf } from '#utils/disclosure/review/rest.ts'
import type { ReviewState } from '#utils/disclosure/review/review-state.ts'
import type { AttackId } from '#utils/disclosure/export/attack/attack.ts'
import { ATTACK_IDS, ATTACKS, EXPORT_FAILED, EXPORT_FAILURES } from '#components/disclosure/attack-words.ts'
import { ExportStep, type AttackLine, type OutcomeCounts } from '#components/disclosure/export-step.tsx'
import { PrintSheet } from '#components/disclosure/print-sheet.tsx'
import { formatDay, formatNumber, plural } from '#components/ui/format-da.ts'
import { useToday } from '#components/ui/use-today.ts'
import { saveFile } from './save-file.ts'
import type { Sample } from './use-sample.ts'
import { useExport, type ExportState } from './use-export.ts'
import type { BytesOf } from './use-pictures.ts'
import type { Review } from './use-review.ts'

export interface ExportViewProps {
  readonly review: Review
  readonly sample: Sample
  /** Parts that seem to be somebody else's and nobody has answered for. */
  readonly misfiledOpen: number
  readonly bytesOf: BytesOf
}

/** Step 5, wired. */
export function ExportView({ review: { state }, sample, misfiledOpen, bytesOf }: ExportViewProps) {
  const today = useToday()
  const exporting = useExport(state, bytesOf, today)
  const list = useMemo(() => documentList(state), [state])
  const fileName = `aktindsigt-${today}.zip`
  const made = exporting.state
  return (
    <>
      <ExportStep
        state={made.kind}
        counts={outcomeCounts(state)}
        attacks={attackLines(made)}
        missing={[...missingFor(state), ...unanswered(state, sample, misfiledOpen)]}
        failure={made.kind === 'failed' ? (EXPORT_FAILURES[made.code] ?? EXPORT_FAILED) : null}
        working={made.kind === 'working' ? workingWords(made) : ''}
        fileName={fileName}
        measures={measureLines(state)}
        statement={sample.statement}
        canPrint={exporting.log.length > 0}
        onExport={exporting.start}
        onDownload={() => made.kind === 'held' && saveFile(fileName, made.archive, 'application/zip')}
        onDownloadLog={() => saveFile(`beslutningslog-${today}.json`, JSON.stringify(exporting.log, null, 1), 'application/json')}
        onPrint={() => window.print()}
      />
      <PrintSheet heading={`${REGIMES[state.setup.regime].title} · ${formatDay(today)}`} list={list} log={exporting.log} />
    </>
  )
}

function workingWords({ attack, file }: Extract<ExportState, { kind: 'working' }>): string {
  return attack === null || file === null ? 'Laver filerne' : `Angriber ${file}: ${ATTACKS[attack].toLowerCase()}`
}

function outcomeCounts(state: ReviewState): OutcomeCounts {
  const { outcomes, decided } = measuresOf(state)
  const of = (outcome: string) => outcomes[outcome] ?? 0
  return { whole: of('whole'), redacted: of('redacted'), extracted: of('extracted'), withheld: of('withheld'), marks: decided.redact }
}

function attackLines(made: ExportState): readonly AttackLine[] {
  const leaks = made.kind === 'refused' ? made.leaks : []
  return ATTACK_IDS.map((id) => {
    const own = leaks.filter(({ attack }) => attack === id)
    return {
      id,
      name: ATTACKS[id],
      state: stateOf(made, id, own.length),
      leaks: own.map(({ file, page }) => `${file}${page === null ? '' : `, side ${page}`}`),
    }
  })
}

function stateOf(made: ExportState, id: AttackId, leaks: number): AttackLine['state'] {
  if (made.kind === 'working') return made.attack === id ? 'running' : 'waiting'
  if (made.kind === 'idle' || made.kind === 'failed') return 'waiting'
  return leaks > 0 ? 'leaked' : 'held'
}

function missingFor(state: ReviewState): readonly string[] {
  if (planExport(state) !== null) return []
  const { groups, unconfirmed, disagreements, withoutExtract, completeness } = restOf(state)
  return [
    ...(groups > 0 ? [`${plural(groups, 'afgørelse', 'afgørelser')} mangler i gennemsynet.`] : []),
    ...(unconfirmed > 0 ? [`${plural(unconfirmed, 'sted', 'steder')}, der ikke er læst, mangler svar.`] : []),
    ...(disagreements > 0 ? [`De to læsere er uenige ${plural(disagreements, 'sted', 'steder')}.`] : []),
    ...(withoutExtract > 0 ? [`${plural(withoutExtract, 'dokument', 'dokumenter')} skal ekstraheres, og der er ikke valgt noget.`] : []),
    ...(completeness === 'held' ? [] : ['Antallet af dokumenter passer ikke med fagsystemets liste.']),
  ]
}

/** What a person said or was asked outside the queue, and what has not become of it yet. */
function unanswered({ choices }: ReviewState, { missed }: Sample, misfiledOpen: number): readonly string[] {
  const held = choices.added.size > 0 || choices.documents.size > 0
  return [
    ...(misfiledOpen > 0 ? [`${plural(misfiledOpen, 'sted', 'steder')}, der ser ud til at være en andens, mangler svar.`] : []),
    ...(missed > 0 && !held ? ['Stikprøven fandt noget. Tilføj det som fund, og afgør det, eller undtag dokumentet.'] : []),
  ]
}

function measureLines(state: ReviewState): readonly (readonly [string, string])[] {
  const measures = measuresOf(state)
  const found = Object.entries(measures.found).map(([id, count]) => [CATEGORIES[id as CategoryId].label, formatNumber(count)] as const)
  return [
    ['Dokumenter', formatNumber(measures.documents)],
    ['Sider', formatNumber(measures.pages)],
    ['Ikke læst', formatNumber(measures.notScreened)],
    ['Tastetryk', formatNumber(measures.keys)],
    ['Fortrudt', formatNumber(measures.undone)],
    ['Minutter', formatNumber(measures.minutes)],
    ...found,
  ]
}
