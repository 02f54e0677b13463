/** Widths of letters in thousandths of the type's size, as the common sans-serif types have them (after Helvetica's table). */
const CLASSES: readonly (readonly [string, number])[] = [
  ["ijl'|", 222],
  [' .,:;!/\\ftI[]', 278],
  ['r()-"*', 333],
  ['cksvxyzJ', 500],
  ['øFTZ', 611],
  ['ABEKPSVXYÅ&', 667],
  ['CDHNRUw', 722],
  ['GOQØ', 778],
  ['mM', 833],
  ['æ%', 889],
  ['W', 944],
  ['Æ@—', 1000],
]
const USUAL = 556
const WIDTHS = new Map(CLASSES.flatMap(([letters, width]) => letters.split('').map((letter) => [letter, width] as const)))

/** How far along a line of text its first letters reach, 0 to 1. */
export function reachOf(text: string, letters: number): number {
  const all = widthOf(text)
  return all === 0 ? 0 : widthOf(text.slice(0, Math.max(0, letters))) / all
}

function widthOf(text: string): number {
  let width = 0
  for (const letter of text) width += WIDTHS.get(letter) ?? USUAL
  return width
}
