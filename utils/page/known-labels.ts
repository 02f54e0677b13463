import { asList, normalLabel } from './labels.ts'
import type { ListBlock, ProfileBlock } from './site-profile.ts'

/**
 * The labels of one part, as compared. A text that is one of them is not a value there; in another part it may be: "Telefon"
 * is a label in the header and a form of contact in a meeting.
 */
export type KnownLabels = ReadonlySet<string>

const known = new WeakMap<object, KnownLabels>()

function remembered(of: object, texts: () => readonly string[]): KnownLabels {
  const cached = known.get(of)
  if (cached) return cached
  const made = new Set(texts().map(normalLabel))
  known.set(of, made)
  return made
}

export function labelsOfBlock(block: ProfileBlock): KnownLabels {
  return remembered(block, () => {
    const facts = Object.values(block.facts ?? {}).flatMap(({ locators }) =>
      locators.flatMap((locator) => (locator.by === 'label' ? asList(locator.text) : [])),
    )
    return [...facts, ...(block.lists ?? []).flatMap(headersOf)]
  })
}

export function labelsOfList(list: ListBlock): KnownLabels {
  return remembered(list, () => headersOf(list))
}

function headersOf(list: ListBlock): string[] {
  return Object.values(list.columns).flatMap(({ header }) => asList(header))
}
