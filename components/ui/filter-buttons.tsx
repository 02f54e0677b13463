import { Button } from './button.tsx'

export interface FilterChoice<Id extends string> {
  readonly id: Id
  readonly label: string
  readonly count: number
}

export interface FilterButtonsProps<Id extends string> {
  readonly label: string
  readonly choices: readonly FilterChoice<Id>[]
  readonly chosen: Id
  readonly onChoose: (id: Id) => void
}

/** One choice of a few, as toggle buttons with counts. */
export function FilterButtons<Id extends string>({ label, choices, chosen, onChoose }: FilterButtonsProps<Id>) {
  return (
    <div className="sh-filters" role="group" aria-label={label}>
      {choices.map((choice) => (
        <Button key={choice.id} pressed={choice.id === chosen} onPress={() => onChoose(choice.id)}>
          {choice.label} <span>{choice.count}</span>
        </Button>
      ))}
    </div>
  )
}
