/** Words that a paragraph follows: names of laws end so, and these words stand before a number of one. */
const BEFORE =
  /(?<=\p{L}(?:loven|lovens|lov|bekendtgørelsen|bekendtgørelsens|bekendtgørelse|vejledningen)(?:,| |\n)+(?:jf\. )?)8(?= \d{1,3}(?:\b|[a-z]\b))/giu
const SHORT = /(?<=\b(?:FVL|OFL|FOL|RSL|LAB|LAS|SEL|SL|DBL|jf\.|efter|iht\.|i medfør af) )8(?= \d{1,3}(?: [a-z]\b)?(?:,| stk| nr|\.|$))/gm

/** Recognition reads § as 8. The letters keep their number, so that boxes still fit. */
export function repairRecognised(text: string): string {
  return text.replaceAll(BEFORE, '§').replaceAll(SHORT, '§')
}
