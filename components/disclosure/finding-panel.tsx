import type { ReactNode } from 'react'
import { CATEGORIES } from '#utils/disclosure/finding/categories.ts'
import { WHY } from '#utils/disclosure/finding/why-words.ts'
import type { DecisionKind } from '#utils/disclosure/model/decision.ts'
import { NOT_VERIFIED } from '#utils/disclosure/review/regimes.ts'
import { isReasonCode, REASONS, type ReasonCode } from '#utils/disclosure/review/reasons.ts'
import { Badge } from '#components/ui/badge.tsx'
import { formatNumber, plural } from '#components/ui/format-da.ts'
import type { CurrentFinding, TextPiece } from '#utils/disclosure/workbench/review-view.ts'
import { DECISIONS, SOURCES } from './words.ts'
import { ScrollBox } from './scroll-box.tsx'

export interface FindingPanelProps {
  readonly current: CurrentFinding
  /** Where the document is extracted: what is handed out of it. */
  readonly extract: ReactNode
  /** The way to add what was not found. */
  readonly add: ReactNode
  readonly onReason: (reason: ReasonCode) => void
  readonly onHit: (step: 1 | -1) => void
}

/** What is in front: what it is, why it was found, whose it is, what is usual, and the text it stands in. */
export function FindingPanel({ current, extract, add, onReason, onHit }: FindingPanelProps) {
  const { finding, ids, ground, document } = current
  return (
    <div className="sh-finding">
      <header>
        <h2>{CATEGORIES[finding.category].label}</h2>
        {finding.role && <Badge tone={finding.role === 'borger' ? 'neutral' : 'unknown'}>{finding.role}</Badge>}
        <Badge tone={finding.confidence === 'high' ? 'accent' : 'neutral'}>{CONFIDENCE[finding.confidence]}</Badge>
      </header>
      <p className="sh-finding-text">{finding.text}</p>
      <dl>
        <dt>Hvorfor</dt>
        <dd>{WHY[finding.why] ?? CATEGORIES[finding.category].explanation}</dd>
        <dt>Hvor</dt>
        <dd>
          {document.name}
          {finding.page !== null && `, side ${formatNumber(finding.page)}`}
          {finding.source !== 'body' && ` · ${SOURCES[finding.source]}`}
        </dd>
        <dt>Sædvanligt</dt>
        <dd>{usualWords(ground.usual)}</dd>
        <dt>Paragraf</dt>
        <dd>
          {ground.paragraph} <span data-ink="muted">({NOT_VERIFIED})</span>
        </dd>
      </dl>
      <ReasonChoice reason={current.reason} onReason={onReason} />
      {ids.length > 1 && <Equal current={current} onHit={onHit} />}
      {current.decided === 'extract' ? (
        extract
      ) : (
        <Beside key={`${finding.document}|${finding.page ?? ''}|${finding.start}`} text={current.text} />
      )}
      {add}
    </div>
  )
}

function Equal({ current: { ids, at, pagesHit }, onHit }: Pick<FindingPanelProps, 'current' | 'onHit'>) {
  return (
    <p className="sh-equal">
      <b>{plural(ids.length, 'fund', 'fund')} afgøres på én gang</b>
      <span data-ink="muted">
        {' '}
        · nr. {formatNumber(at)} vises{pagesHit.length > 1 && ` · side ${pageList(pagesHit)}`}
      </span>
      <button type="button" className="sh-small-key" onClick={() => onHit(-1)}>
        <kbd>←</kbd> forrige sted
      </button>
      <button type="button" className="sh-small-key" onClick={() => onHit(1)}>
        <kbd>→</kbd> næste sted
      </button>
    </p>
  )
}

const CONFIDENCE = { high: 'sikkert', medium: 'sandsynligt', low: 'se efter' } as const

function usualWords(usual: DecisionKind | null): string {
  return usual === null ? 'Vurdér: der er ikke ét sædvanligt svar' : DECISIONS[usual].name
}

const LISTED = 8

function pageList(pages: readonly number[]): string {
  const first = pages.slice(0, LISTED).join(', ')
  return pages.length > LISTED ? `${first} og ${pages.length - LISTED} til` : first
}

function ReasonChoice({ reason, onReason }: { readonly reason: ReasonCode; readonly onReason: (reason: ReasonCode) => void }) {
  return (
    <label className="sh-reason">
      <span>Begrundelse, hvis det holdes tilbage</span>
      <select value={reason} autoComplete="off" onChange={({ target }) => isReasonCode(target.value) && onReason(target.value)}>
        {Object.entries(REASONS).map(([code, words]) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Moves the text, and only it, so that the finding is seen. */
function toSight(mark: HTMLElement | null): void {
  const box = mark?.closest('.sh-beside')
  if (mark && box) box.scrollTop += mark.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3
}

function Beside({ text }: { readonly text: readonly TextPiece[] }) {
  return (
    <ScrollBox className="sh-beside" label="Teksten omkring">
      <p>
        {text.map((piece, index) =>
          piece.mark === null ? (
            <span key={index}>{piece.text}</span>
          ) : (
            <mark key={index} ref={piece.mark === 'current' ? toSight : undefined} data-mark={piece.mark}>
              {piece.text}
            </mark>
          ),
        )}
      </p>
    </ScrollBox>
  )
}
