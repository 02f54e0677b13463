import { useMemo } from 'react'
import type { ScreenedDocument } from '#utils/disclosure/model/screened-document.ts'
import { notScreenedId } from '#utils/disclosure/review/finding-id.ts'
import { mustBeLeftOut } from '#utils/disclosure/review/not-screened.ts'
import { unconfirmed } from '#utils/disclosure/review/rest.ts'
import type { ReviewState } from '#utils/disclosure/review/review-state.ts'
import { screenedItems } from '#utils/disclosure/workbench/count-items.ts'
import { pagesOf } from '#utils/disclosure/workbench/read-so-far.ts'
import { IntakeStep, type DocumentLine } from '#components/disclosure/intake-step.tsx'
import { NotScreenedList, type NotScreenedLine } from '#components/disclosure/not-screened-list.tsx'
import { plural } from '#components/ui/format-da.ts'
import { filesDropped } from './files-dropped.ts'
import type { Findings } from './use-findings.ts'
import type { Intake } from './use-intake.ts'
import type { Review } from './use-review.ts'

export interface IntakeViewProps {
  readonly intake: Intake
  readonly findings: Findings
  readonly review: Review | null
  readonly expected: string
  readonly onExpected: (text: string) => void
  readonly onDone: () => void
}

/** Step 2, wired. */
export function IntakeView({ intake, findings, review, expected, onExpected, onDone }: IntakeViewProps) {
  const { read } = intake
  const { documents } = read
  const { found } = findings
  const lines = useMemo(() => documentLines(documents, found), [documents, found])
  const notScreened = useMemo(() => (review ? notScreenedLines(review.state) : []), [review])
  const pages = pagesOf(read)
  const inputs = (files: readonly File[]) => intake.add(files.map((file) => ({ name: file.webkitRelativePath || file.name, bytes: file })))
  return (
    <IntakeStep
      progress={{
        state: read.state,
        documents: documents.length,
        pages: pages.read,
        pagesKnown: pages.known,
        findings: found?.findings.length ?? null,
        secondsLeft: pages.secondsLeft,
      }}
      documents={lines}
      items={screenedItems(documents)}
      expected={expected}
      missing={missingFor(intake, findings, review, expected)}
      notScreened={<NotScreenedList lines={notScreened} onConfirm={(id, how) => review?.confirm(id, how)} />}
      onFiles={inputs}
      onDrop={(dropped) => void filesDropped(dropped).then((files) => intake.add(files))}
      onExpected={onExpected}
      onPause={intake.pause}
      onResume={intake.resume}
      onStop={intake.stop}
      onDone={onDone}
    />
  )
}

function documentLines(documents: readonly ScreenedDocument[], found: Findings['found']): readonly DocumentLine[] {
  const counts = new Map<string, number>()
  for (const { document } of found?.findings ?? []) counts.set(document, (counts.get(document) ?? 0) + 1)
  const names = new Map(documents.map(({ id, name }) => [id, name]))
  const alike = new Map(found?.alike.map(({ document, like }) => [document, names.get(like) ?? null]))
  return documents.map(({ id, name, pages, notScreened }) => ({
    id,
    name,
    pages,
    findings: found === null ? null : (counts.get(id) ?? 0),
    notScreened: notScreened.length,
    unread: notScreened.some(({ page }) => page === null) && !(counts.get(id) ?? 0),
    like: alike.get(id) ?? null,
  }))
}

function notScreenedLines({ setup, choices }: ReviewState): readonly NotScreenedLine[] {
  return setup.documents.flatMap(({ name, notScreened }) =>
    notScreened.map((item) => ({
      id: notScreenedId(item),
      document: name,
      page: item.page,
      why: item.why,
      canBeSeen: !mustBeLeftOut(item),
      confirmed: choices.confirmed.get(notScreenedId(item)) ?? null,
    })),
  )
}

function missingFor({ read }: Intake, findings: Findings, review: Review | null, expected: string): readonly string[] {
  if (read.documents.length === 0) return ['Læg filer ind.']
  if (read.state === 'reading' || read.state === 'paused') return ['Filerne er ikke læst færdig.']
  if (findings.failed) return ['Filerne kunne ikke gennemsøges. Genindlæs siden, og prøv igen.']
  if (review === null) return ['Søger efter andres oplysninger …']
  const open = unconfirmed(review.state).length
  const items = screenedItems(read.documents)
  return [
    ...(open > 0 ? [`${plural(open, 'sted', 'steder')}, der ikke er læst, mangler svar.`] : []),
    ...(expected === '' ? ['Skriv, hvor mange dokumenter og notater der er på fagsystemets liste.'] : []),
    ...(expected !== '' && Number(expected) !== items ? ['Antallet passer ikke med fagsystemets liste.'] : []),
  ]
}
