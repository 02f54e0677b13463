import { useState, type ReactNode } from 'react'
import type { HeatDocument } from '#utils/disclosure/workbench/heat.ts'
import type { CurrentFinding, Mark, QueueLine, ReviewCounts, ShownDocument } from '#utils/disclosure/workbench/review-view.ts'
import type { FilterChoice } from '#components/ui/filter-buttons.tsx'
import { Button } from '#components/ui/button.tsx'
import { formatNumber, plural } from '#components/ui/format-da.ts'
import { Notice } from '#components/ui/notice.tsx'
import { Switch } from '#components/ui/switch.tsx'
import { FindingPanel } from './finding-panel.tsx'
import { HeatMap } from './heat-map.tsx'
import { KeyBar } from './key-bar.tsx'
import type { DrawPage } from './page-sheet.tsx'
import { PageStack } from './page-stack.tsx'
import { QueueList } from './queue-list.tsx'
import type { ReviewEvents } from './review-events.ts'
import { useReviewKeys } from './use-review-keys.ts'

export interface ReviewStepProps {
  readonly lines: readonly QueueLine[]
  readonly current: CurrentFinding | null
  readonly currentGroup: string | null
  readonly marks: readonly Mark[]
  readonly counts: ReviewCounts
  readonly filters: readonly FilterChoice<string>[]
  readonly filter: string
  readonly heat: readonly HeatDocument[]
  /** "Alle 12 telefonnumre", or `null` where there is nothing more of the kind. */
  readonly allLike: string | null
  readonly canUndo: boolean
  /** Said to a screen reader when a decision is made. */
  readonly said: string
  /** `null` where the document has no pages: its text is all there is to see. */
  readonly draw: DrawPage | null
  readonly reader: ReactNode
  /** What seems to be somebody else's, where there is something. */
  readonly misfiled: ReactNode
  readonly extract: ReactNode
  readonly add: ReactNode
  /** The document and page in the middle: where the finding is, or what was asked for. */
  readonly shown: ShownDocument | null
  readonly page: number | null
  readonly ready: boolean
  readonly on: ReviewEvents
  readonly onFilter: (id: string) => void
  readonly onPage: (document: string, page: number) => void
  readonly onDone: () => void
}

/** Step 3: one decision a key, the page and its text side by side. */
export function ReviewStep(props: ReviewStepProps) {
  const [keysOn, setKeysOn] = useState(true)
  const { lines, current, counts, on } = props
  useReviewKeys(on, keysOn)
  return (
    <div className="sh-review">
      <div className="sh-review-head">
        <Left counts={counts} />
        <KeysSwitch on={keysOn} onChange={setKeysOn} />
        {props.reader}
        <Button look={props.ready ? 'primary' : 'outline'} disabled={!props.ready} onPress={props.onDone}>
          Videre til stikprøve
        </Button>
      </div>
      <p className="sh-hidden-text" role="status">
        {props.said}
      </p>
      <QueueList
        lines={lines}
        current={props.currentGroup}
        filters={props.filters}
        filter={props.filter}
        onFilter={props.onFilter}
        onChoose={on.choose}
      />
      <Middle {...props} />
      <div className="sh-review-side">{current ? <Side {...props} current={current} /> : <Nothing counts={counts} />}</div>
    </div>
  )
}

function Left({ counts }: { readonly counts: ReviewCounts }) {
  const done = counts.groups - counts.groupsLeft
  return (
    <div className="sh-left">
      <progress aria-label="Afgjort" max={Math.max(1, counts.groups)} value={done} />
      <p>
        <b>{counts.groupsLeft === 0 ? 'Alt er afgjort' : `${formatNumber(counts.groupsLeft)} tilbage`}</b>{' '}
        <span data-ink="muted">
          {formatNumber(done)} af {plural(counts.groups, 'afgørelse', 'afgørelser')} · {plural(counts.findings, 'fund', 'fund')} ·{' '}
          {plural(counts.keys, 'tast', 'taster')}
        </span>
      </p>
    </div>
  )
}

function KeysSwitch({ on, onChange }: { readonly on: boolean; readonly onChange: (on: boolean) => void }) {
  return (
    <span className="sh-keys-switch">
      <span id="review-keys">Enkelttaster</span>
      <Switch on={on} labelledBy="review-keys" onChange={onChange} />
    </span>
  )
}

function Middle({ shown, page, marks, heat, draw, misfiled, onPage }: ReviewStepProps) {
  return (
    <div className="sh-review-middle">
      {misfiled}
      <HeatMap documents={heat} current={shown && { document: shown.id, page }} onChoose={onPage} />
      {shown && <DocumentName shown={shown} />}
      {shown && draw ? (
        <PageStack key={shown.id} document={shown} marks={marks} page={page} draw={draw} />
      ) : (
        <div className="sh-pages sh-pages-none">
          <p data-ink="muted">{shown ? 'Dokumentet har ingen sider. Teksten står ved siden af.' : 'Intet valgt.'}</p>
        </div>
      )}
    </div>
  )
}

function DocumentName({ shown }: { readonly shown: ShownDocument }) {
  return (
    <p className="sh-middle-name">
      <span className="sh-file" title={shown.name}>
        {shown.name}
      </span>
      {shown.pages > 0 && <span data-ink="muted">{plural(shown.pages, 'side', 'sider')}</span>}
    </p>
  )
}

function Side({ current, allLike, canUndo, extract, add, on }: ReviewStepProps & { readonly current: CurrentFinding }) {
  return (
    <>
      <KeyBar usual={current.ground.usual} decided={current.decided} allLike={allLike} canUndo={canUndo} on={on} />
      <FindingPanel
        current={current}
        extract={extract}
        add={add}
        onReason={on.chooseReason}
        onHit={(step) => (step === 1 ? on.nextHit() : on.previousHit())}
      />
    </>
  )
}

function Nothing({ counts }: { readonly counts: ReviewCounts }) {
  return counts.findings === 0 ? (
    <Notice title="Der er ikke fundet noget i det, der er læst">
      <p>Det er ikke det samme som, at der ikke er noget. Gå videre til stikprøven.</p>
    </Notice>
  ) : (
    <Notice tone="ok" title="Alt er afgjort">
      <p>Gå videre til stikprøven, eller vælg en linje til venstre for at se den igen.</p>
    </Notice>
  )
}
