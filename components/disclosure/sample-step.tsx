import type { ReactNode } from 'react'
import { Button } from '#components/ui/button.tsx'
import { formatNumber, plural } from '#components/ui/format-da.ts'
import { Notice } from '#components/ui/notice.tsx'
import type { DrawPage } from './page-sheet.tsx'
import { PageStack } from './page-stack.tsx'
import { ScrollBox } from './scroll-box.tsx'
import type { ShownDocument } from '#utils/disclosure/workbench/review-view.ts'

export interface SamplePage {
  readonly document: ShownDocument
  readonly page: number | null
  readonly text: string
}

export interface SampleStepProps {
  /** How many unmarked pages there are, how many are drawn, and how many a person has looked at. */
  readonly unmarked: number
  readonly size: number
  readonly seen: number
  readonly missed: number
  /** "højst 4 %", or `null` until anything was seen. */
  readonly statement: string | null
  readonly page: SamplePage | null
  readonly draw: DrawPage | null
  /** The way to add what was missed. */
  readonly add: ReactNode
  readonly onAnswer: (clean: boolean) => void
  readonly onMore: () => void
  readonly onDone: () => void
}

/** Step 4: how much may have been missed, from pages that a person looks at. */
export function SampleStep(props: SampleStepProps) {
  const { page, draw, add, onAnswer } = props
  return (
    <div className="sh-sample">
      <div className="sh-column">
        <Estimate {...props} />
        {page && (
          <section className="sh-box" aria-label="Denne side">
            <h2>Står der noget om andre her?</h2>
            <p data-ink="muted">
              {page.document.name}
              {page.page !== null && `, side ${formatNumber(page.page)}`}
            </p>
            <p className="sh-row">
              <Button look="primary" onPress={() => onAnswer(true)}>
                Nej, intet om andre
              </Button>
              <Button look="outline" onPress={() => onAnswer(false)}>
                Ja, her er noget
              </Button>
            </p>
            {add}
            <ScrollBox className="sh-beside" label="Sidens tekst">
              <p>{page.text}</p>
            </ScrollBox>
          </section>
        )}
        <Next {...props} />
      </div>
      {page && draw && <PageStack key={page.document.id} document={page.document} marks={[]} page={page.page} draw={draw} />}
    </div>
  )
}

function Estimate({ unmarked, size, seen, missed, statement }: SampleStepProps) {
  return (
    <section className="sh-box" aria-label="Skøn">
      <h2>Hvor meget kan være overset?</h2>
      <p className="sh-figure">{statement ?? (unmarked === 0 ? 'Der er ingen sider uden fund' : 'Ikke vurderet endnu')}</p>
      <p data-ink="muted">
        {formatNumber(seen)} af {plural(size, 'side', 'sider')} i stikprøven er set, valgt tilfældigt blandt {formatNumber(unmarked)} sider
        uden fund. {missed > 0 && `${plural(missed, 'side havde', 'sider havde')} noget om andre.`}
      </p>
      <progress aria-label="Set" max={Math.max(1, size)} value={seen} />
      {missed > 0 && (
        <Notice tone="late" title="Der var noget, der ikke var fundet">
          <p>Tilføj det som et fund nedenfor, og afgør det i gennemsynet, eller undtag dokumentet.</p>
        </Notice>
      )}
    </section>
  )
}

function Next({ page, seen, unmarked, size, onMore, onDone }: SampleStepProps) {
  return (
    <div className="sh-next">
      <Button look={page === null ? 'primary' : 'outline'} onPress={onDone}>
        Videre til udlevering
      </Button>
      {page === null && size < unmarked && (
        <Button look="outline" onPress={onMore}>
          Se flere sider
        </Button>
      )}
      {page !== null && (
        <p data-ink="muted">
          {seen === 0 ? 'Uden stikprøve kan der ikke siges noget om, hvad der er overset.' : 'Jo flere sider, jo sikrere skøn.'}
        </p>
      )}
    </div>
  )
}
