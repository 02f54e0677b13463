import type { Advice } from '#utils/domain/advice.ts'
import { adviceKey } from '#utils/assistant/advice-key.ts'
import { ADVICE_GROUPS, groupAdvice, type AdviceGroup } from '#utils/assistant/advice-groups.ts'
import { GROUP_LABELS } from '#components/ui/advice/verdict.ts'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { AdviceItem, type AdviceItemProps } from './advice-item.tsx'

export interface AdviceSectionsProps extends Omit<AdviceItemProps, 'advice'> {
  readonly advice: readonly Advice[]
}

/** Groups that are folded from the start: nothing in them has to be done now. */
const FOLDED: ReadonlySet<AdviceGroup> = new Set<AdviceGroup>(['unknown', 'met'])

/** All advice by urgency. */
export function AdviceSections({ advice, ...item }: AdviceSectionsProps) {
  const groups = groupAdvice(advice)
  const quiet = groups.overdue.length + groups.now.length === 0
  return (
    <>
      {quiet && <p className="sh-all-well">Intet er overskredet, og intet haster lige nu.</p>}
      {ADVICE_GROUPS.filter((group) => groups[group].length > 0).map((group) => (
        <Section key={group} group={group} advice={groups[group]} {...item} />
      ))}
    </>
  )
}

function Section({ group, advice, ...item }: AdviceSectionsProps & { readonly group: AdviceGroup }) {
  const list = (
    <ul>
      {advice.map((one) => (
        <AdviceItem key={adviceKey(one)} advice={one} {...item} />
      ))}
    </ul>
  )
  const title = (
    <>
      {GROUP_LABELS[group]} <span className="sh-count">{advice.length}</span>
    </>
  )
  return (
    <section className="sh-group" data-group={group} aria-label={GROUP_LABELS[group]}>
      {FOLDED.has(group) ? (
        <Disclosure summary={<span className="sh-group-title">{title}</span>}>{list}</Disclosure>
      ) : (
        <>
          <h3 className="sh-group-title">{title}</h3>
          {list}
        </>
      )}
    </section>
  )
}
