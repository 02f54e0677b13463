import { useEffect, useMemo, useRef, useState } from 'react'
import type { CategoryId } from '#utils/disclosure/model/finding.ts'
import type { DocumentId, ScreenedDocument } from '#utils/disclosure/model/screened-document.ts'
import { heatOf } from '#utils/disclosure/workbench/heat.ts'
import { AddFinding } from '#components/disclosure/add-finding.tsx'
import { MisfiledList } from '#components/disclosure/misfiled-list.tsx'
import { CATEGORIES } from '#utils/disclosure/finding/categories.ts'
import { measuresOf } from '#utils/disclosure/review/measures.ts'
import { restOf } from '#utils/disclosure/review/rest.ts'
import { findingsOf, type ReviewState } from '#utils/disclosure/review/review-state.ts'
import { inFront } from '#utils/disclosure/workbench/in-front.ts'
import { marksIn } from '#utils/disclosure/workbench/beside.ts'
import { groupsFor, queueLines, type AllLike, type QueueFilter, type Reader } from '#utils/disclosure/workbench/queue.ts'
import { ReaderSwitch } from '#components/disclosure/reader-switch.tsx'
import type { ReviewEvents } from '#components/disclosure/review-events.ts'
import { ReviewStep } from '#components/disclosure/review-step.tsx'
import { DECISIONS } from '#components/disclosure/words.ts'
import { formatNumber, plural } from '#components/ui/format-da.ts'
import type { Findings } from './use-findings.ts'
import { ExtractView } from './extract-view.tsx'
import type { Misfiled } from './use-misfiled.ts'
import type { Review } from './use-review.ts'
import { usePictures, type BytesOf } from './use-pictures.ts'

export interface ReviewViewProps {
  readonly review: Review
  readonly findings: Findings
  readonly misfiled: Misfiled
  readonly bytesOf: BytesOf
  readonly onDone: () => void
}

/** Step 3, wired. */
export function ReviewView({ review, findings, misfiled, bytesOf, onDone }: ReviewViewProps) {
  const { state, groups, group, hit, reader, reason, filter } = review
  const current = useMemo(() => inFront(state, { group, hit, reader, reason }), [state, group, hit, reader, reason])
  const lines = useMemo(() => queueLines(state, groups, reader), [state, groups, reader])
  const place = useShownPlace(state, current)
  const marks = useMarks(state, place.document, current)
  const draw = usePictures(place.document, bytesOf)
  const heat = useMemo(
    () => (findings.found ? heatOf(state.setup.documents, findings.found.filing) : []),
    [findings.found, state.setup.documents],
  )
  const rest = restOf(state)
  const { keys, minutes } = measuresOf(state)
  return (
    <ReviewStep
      lines={lines}
      current={current}
      currentGroup={group?.id ?? null}
      marks={marks}
      counts={{
        groups: state.groups.length,
        groupsLeft: groupsFor(state, 'open', reader).length,
        findings: findingsOf(state).length,
        findingsLeft: rest.findings,
        keys,
        minutes,
      }}
      filters={filtersOf(state, reader)}
      filter={filter}
      heat={heat}
      extract={place.document && <ExtractView document={place.document} review={review} />}
      add={<AddFinding onAdd={review.add} />}
      shown={place.document}
      page={place.page}
      misfiled={<MisfiledList lines={misfiled.lines} onAnswer={misfiled.answer} onShow={(id) => place.show(misfiled.placeOf(id))} />}
      allLike={review.allLike && allLikeWords(review.allLike)}
      canUndo={state.past.length > 0}
      said={review.lastDecided ? `${DECISIONS[review.lastDecided.kind].done}: ${plural(review.lastDecided.count, 'fund', 'fund')}` : ''}
      draw={draw}
      reader={state.setup.secondReader && <ReaderSwitch reader={reader} disagreements={rest.disagreements} onChoose={review.setReader} />}
      ready={rest.groups === 0 && rest.disagreements === 0 && misfiled.open === 0}
      on={useEvents(review)}
      onFilter={(id) => review.setFilter(id as QueueFilter)}
      onPage={(document, page) => place.show({ document: document as DocumentId, page })}
      onDone={onDone}
    />
  )
}

interface Place {
  readonly document: DocumentId
  readonly page: number | null
}

/** What the middle shows: the finding in front, until somebody asks for another page; then that, until the next finding. */
function useShownPlace(state: ReviewState, current: ReturnType<typeof inFront>) {
  const [asked, setAsked] = useState<{ readonly at: unknown; readonly place: Place } | null>(null)
  const at = current?.finding ?? null
  const place = asked !== null && asked.at === at ? asked.place : current && { document: current.document.id, page: current.finding.page }
  const document = state.setup.documents.find(({ id }) => id === place?.document) ?? null
  return { document, page: place?.page ?? null, show: (wanted: Place | null) => setAsked(wanted && { at, place: wanted }) }
}

function useMarks(state: ReviewState, document: ScreenedDocument | null, current: ReturnType<typeof inFront>) {
  return useMemo(() => {
    if (document === null) return []
    const inside = findingsOf(state).filter((finding) => finding.document === document.id)
    return marksIn(state, document, inside, current?.finding ?? null)
  }, [state, document, current])
}

/** The same object for the life of the view, so that the key listener is put up once. */
function useEvents(review: Review): ReviewEvents {
  const latest = useRef(review)
  useEffect(() => {
    latest.current = review
  })
  return useMemo(
    () => ({
      decide: (kind) => latest.current.decide(kind),
      takeUsual: () => latest.current.takeUsual(),
      decideAllLike: () => latest.current.decideAllLike(),
      undo: () => latest.current.undo(),
      next: () => latest.current.move(1),
      previous: () => latest.current.move(-1),
      nextHit: () => latest.current.moveHit(1),
      previousHit: () => latest.current.moveHit(-1),
      choose: (id) => latest.current.choose(id),
      chooseReason: (reason) => latest.current.setReason(reason),
    }),
    [],
  )
}

function filtersOf(state: ReviewState, reader: Reader) {
  const categories = new Map<CategoryId, number>()
  for (const { categories: of } of state.groups) for (const category of of) categories.set(category, (categories.get(category) ?? 0) + 1)
  return [
    { id: 'open', label: 'Mangler', count: groupsFor(state, 'open', reader).length },
    { id: 'all', label: 'Alle', count: groupsFor(state, 'all', reader).length },
    ...[...categories].map(([id, count]) => ({ id, label: CATEGORIES[id].label, count })),
  ]
}

function allLikeWords({ kind, category, ids }: AllLike): string {
  return `${DECISIONS[kind].name} alle ${formatNumber(ids.length)} fund: ${CATEGORIES[category].label}`
}
