/** Why something was found, by the finder's code. What has no words of its own is said to be of its kind, no more. */
const WHY: Readonly<Record<string, string>> = {}

export function whyWords(code: string): string {
  return WHY[code] ?? 'Ligner oplysninger af denne slags'
}
