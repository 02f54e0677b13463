import { Button } from '#components/ui/button.tsx'
import type { Reader } from '#utils/disclosure/workbench/queue.ts'

export interface ReaderSwitchProps {
  readonly reader: Reader
  readonly disagreements: number
  readonly onChoose: (reader: Reader) => void
}

const READERS = [
  ['first-reader', '1. læser'],
  ['second-reader', '2. læser'],
  ['together', 'Uenige'],
] as const

/** Who is at the keys. The second reader decides without seeing what the first said. */
export function ReaderSwitch({ reader, disagreements, onChoose }: ReaderSwitchProps) {
  return (
    <div className="sh-filters" role="group" aria-label="Hvem læser?">
      {READERS.map(([id, name]) => (
        <Button key={id} pressed={reader === id} onPress={() => onChoose(id)}>
          {name}
          {id === 'together' && <span> {disagreements}</span>}
        </Button>
      ))}
    </div>
  )
}
