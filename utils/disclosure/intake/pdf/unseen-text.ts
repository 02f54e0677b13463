/** What the page shows that is not in its text: it lies beside the page, or in the look of an annotation. */
export function unseenText(text: string, shown: readonly string[]): string {
  const seen = bare(text)
  const missing = shown.filter((piece) => !seen.includes(bare(piece)))
  return missing.join(' ')
}

/** Without white space and in the plain forms of letters, as the two ways of reading agree on them. */
function bare(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/g, '')
}
