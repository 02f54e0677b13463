import { useState } from 'react'
import type { Advice, FactRef } from '#utils/domain/advice.ts'
import type { QuickLinkId } from '#utils/domain/quick-link.ts'
import { whereToRead } from '#utils/assistant/where-to-read.ts'
import type { FactPlace } from '#components/ui/advice/fact-list.tsx'
import { ConditionTree } from '#components/ui/advice/condition-tree.tsx'
import { ExplanationBody } from '#components/ui/advice/explanation-body.tsx'
import { StateBadge } from '#components/ui/advice/state-badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { explanationText } from './explanation-text.ts'
import type { Explain, OverviewEvents } from './overview-events.ts'

export interface AdviceItemProps {
  readonly advice: Advice
  readonly explain: Explain
  readonly placeOf: (fact: FactRef) => FactPlace
  readonly on: OverviewEvents
}

/** One piece of advice: a line, and the whole explanation when it is unfolded. */
export function AdviceItem({ advice, explain, placeOf, on }: AdviceItemProps) {
  const action = linkOf(advice)
  return (
    <li className="sh-advice">
      <Disclosure
        summary={
          <span className="sh-advice-line">
            <span className="sh-advice-title">{advice.title}</span>
            <StateBadge advice={advice} />
          </span>
        }
      >
        <Unfolded advice={advice} explain={explain} placeOf={placeOf} on={on} />
      </Disclosure>
      {action && (
        <div className="sh-advice-act">
          <Button look="link" onPress={() => on.follow(action.link, advice.verdict === 'unknown' ? null : advice.rule)}>
            {action.label}
          </Button>
        </div>
      )}
    </li>
  )
}

/** To the act while it is due, to the missing fact while it cannot be judged. */
function linkOf({ verdict, action, missing }: Advice): { readonly label: string; readonly link: QuickLinkId } | null {
  switch (verdict) {
    case 'breached':
    case 'due':
      return action
    case 'unknown':
      return whereToRead(missing)
    case 'met':
    case 'not-applicable':
      return null
  }
}

function Unfolded({ advice, explain, placeOf, on }: AdviceItemProps) {
  const explanation = explain(advice)
  return (
    <div className="sh-unfolded">
      <ExplanationBody explanation={explanation} placeOf={placeOf} onShowFact={on.showFact} />
      <Disclosure summary="Alle betingelser">
        <div className="sh-trees">
          <ConditionTree label="Gælder reglen for sagen?" condition={explanation.applies} />
          {explanation.met && <ConditionTree label="Er kravet opfyldt?" condition={explanation.met} />}
        </div>
      </Disclosure>
      <CopyButton onCopy={() => on.copy(explanationText(explanation))} />
    </div>
  )
}

function CopyButton({ onCopy }: { readonly onCopy: () => void }) {
  const [copied, setCopied] = useState(false)
  return (
    <div className="sh-copy">
      <Button
        look="outline"
        icon="copy"
        onPress={() => {
          onCopy()
          setCopied(true)
        }}
      >
        Kopiér forklaringen
      </Button>
      <span role="status" data-ink="ok">
        {copied ? 'Kopieret' : ''}
      </span>
    </div>
  )
}
