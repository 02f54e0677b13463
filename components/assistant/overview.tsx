import type { Advice, FactRef } from '#utils/domain/advice.ts'
import type { CaseView, FactRow } from '#utils/domain/case-view.ts'
import type { AdviceChange } from '#utils/assistant/advice-changes.ts'
import type { Fact } from '#utils/domain/fact.ts'
import type { PageReport } from '#utils/case-session/page-report.ts'
import type { FactPlace } from '#components/ui/advice/fact-list.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { plural } from '#components/ui/format-da.ts'
import { Notice } from '#components/ui/notice.tsx'
import { AdviceSections } from './advice-sections.tsx'
import { CaseHeader } from './case-header.tsx'
import { DeadlineTimeline } from './deadline-timeline.tsx'
import { ComingRulesNotice, type ComingRules } from './coming-rules.tsx'
import { Foresight, type Foreseen } from './foresight.tsx'
import type { Explain, OverviewEvents } from './overview-events.ts'
import { PageStateNotice } from './page-state-notice.tsx'
import { PutAwayList, type SilentRule } from './put-away-list.tsx'
import { ReadSummary } from './read-summary.tsx'
import { SinceLastLook } from './since-last-look.tsx'
import { WhyNot } from './why-not.tsx'

export interface OverviewProps {
  readonly report: PageReport
  /** Every rule's word on the open case, also those that do not concern it. */
  readonly advice: readonly Advice[]
  readonly explain: Explain
  /** Rules that are snoozed or switched off. */
  readonly silent: readonly SilentRule[]
  /** There is a language model set up, and it does not answer. Nothing in this tab needs it. */
  readonly proxyAway: boolean
  /** What has changed in the case since it was last looked at. */
  readonly since: readonly AdviceChange[]
  /** What the rules would say on days to come. */
  readonly foreseen: readonly Foreseen[]
  /** Rules that are signed and not begun, judged on the case as it is; `null`: none. */
  readonly coming: ComingRules | null
  readonly on: OverviewEvents
}

/** The panel's first tab: whose case, what was read, and what to do and watch. */
export function Overview(props: OverviewProps) {
  const { report, proxyAway } = props
  return (
    <div className="sh-overview">
      {report.kind === 'open' ? <OpenCase key={report.view.token} view={report.view} {...props} /> : <PageStateNotice report={report} />}
      {proxyAway && (
        <Notice icon="plug" title="Sprogmodellen kan ikke nås">
          <p>Alt lokalt virker stadig: overblik, frister og regler. Svar i prosa og udkast må vente.</p>
        </Notice>
      )}
    </div>
  )
}

function OpenCase({ view, advice, explain, silent, since, foreseen, coming, on }: OverviewProps & { readonly view: CaseView }) {
  const placeOf = (fact: FactRef): FactPlace => placeIn(view, fact)
  return (
    <>
      <CaseHeader view={view} />
      <ReadSummary view={view} />
      <SinceLastLook changes={since} onSeen={on.seen} />
      <DeadlineTimeline advice={advice} />
      <AdviceSections advice={advice} explain={explain} placeOf={placeOf} on={on} />
      <Foresight days={foreseen} />
      {coming && <ComingRulesNotice coming={coming} />}
      <AllRules advice={advice} explain={explain} />
      <PutAwayList silent={silent} onWake={on.wake} />
      <p className="sh-small sh-keys" data-ink="muted">
        Genveje: <kbd>Alt+Skift+S</kbd> til linjen på siden og tilbage, <kbd>Esc</kbd> lukker.
      </p>
    </>
  )
}

function AllRules({ advice, explain }: Pick<OverviewProps, 'advice' | 'explain'>) {
  return (
    <section className="sh-group" aria-label="Hvorfor ikke?">
      <Disclosure
        summary={
          <span className="sh-group-title">
            Hvorfor ikke? <span className="sh-count">Alle {plural(advice.length, 'regel', 'regler')}</span>
          </span>
        }
      >
        <WhyNot advice={advice} explain={explain} />
      </Disclosure>
    </section>
  )
}

/** Whether a fact stands on the screen that is open now. */
function placeIn(view: CaseView, { key, row }: FactRef): FactPlace {
  const rows = Object.values(view.lists).flatMap((list): readonly FactRow[] => list?.rows ?? [])
  const facts: Readonly<Record<string, Fact | undefined>> = row === null ? view.facts : (rows.find((one) => one.key === row)?.facts ?? {})
  const fact = facts[key]
  if (!fact) return 'unread'
  return fact.source.pageKind === view.pageKind ? 'here' : 'elsewhere'
}
