import { addHiddenCopies, relabel, respell } from './content.ts'
import { dice } from './dice.ts'
import type { Dice } from './dice.ts'
import { headerToShadow, insertBanner, renameClasses, shuffleSiblings, splitTexts, tablesToBoxes, wrapValues } from './structure.ts'

/** In the order they are applied: names that later ones look for go last. */
const MUTATORS = {
  respell,
  relabel,
  shuffleSiblings,
  addHiddenCopies,
  wrapValues,
  tablesToBoxes,
  insertBanner,
  headerToShadow,
  splitTexts,
  renameClasses,
} as const satisfies Readonly<Record<string, (random: Dice) => void>>

export type MutatorName = keyof typeof MUTATORS

/** Applies some mutators to the page, chosen by the seed, and says which. */
export function mutate(seed: number, only: readonly MutatorName[] | null = null): MutatorName[] {
  const random = dice(seed)
  const names = Object.keys(MUTATORS) as MutatorName[]
  const chosen = only ?? names.filter(() => random.chance(0.4))
  const applied = chosen.length === 0 ? [names[random.int(0, names.length - 1)] ?? 'splitTexts'] : chosen
  for (const name of names) if (applied.includes(name)) MUTATORS[name](random)
  return [...applied]
}
