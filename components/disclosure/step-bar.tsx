import { Icon } from '#components/ui/icon.tsx'

export const STEPS = [
  { id: 'setup', name: 'Regler og borger' },
  { id: 'intake', name: 'Filer' },
  { id: 'review', name: 'Gennemse' },
  { id: 'sample', name: 'Stikprøve' },
  { id: 'export', name: 'Udlever' },
] as const

export type StepId = (typeof STEPS)[number]['id']

export interface StepBarProps {
  readonly current: StepId
  /** A step can be opened when the ones before it are done. */
  readonly open: ReadonlySet<StepId>
  readonly done: ReadonlySet<StepId>
  readonly onChoose: (step: StepId) => void
}

/** The five steps, in order, and how far the work has come. */
export function StepBar({ current, open, done, onChoose }: StepBarProps) {
  return (
    <nav aria-label="Trin" className="sh-steps">
      <ol>
        {STEPS.map(({ id, name }, index) => (
          <li key={id} data-done={done.has(id) || undefined}>
            <button type="button" disabled={!open.has(id)} aria-current={id === current ? 'step' : undefined} onClick={() => onChoose(id)}>
              <span className="sh-step-mark">{done.has(id) && id !== current ? <Icon name="check" /> : index + 1}</span>
              <span>{name}</span>
              {done.has(id) && <span className="sh-hidden-text">færdigt</span>}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
