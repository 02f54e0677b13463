import type { FeelNode } from '#utils/guidance/feel/node.ts'

const DURATION = /^P(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,5})D)?$/

/** A FEEL string literal without its quotes and escapes. */
export function parseText(source: string): string {
  return source.slice(1, -1).replaceAll(/\\(["\\])/g, '$1')
}

/** `date("…")` or `duration("…")`; the other constructors of FEEL are not in the subset. */
export function parseDateTime(kind: string, source: string): FeelNode | null {
  const literal = parseText(source)
  if (kind === 'date') return { op: 'day', value: literal }
  return kind === 'duration' ? parseDuration(literal) : null
}

/** Years and months, or days; never both kinds, and never nothing. */
function parseDuration(text: string): FeelNode | null {
  const match = DURATION.exec(text)
  if (!match) return null
  const [years, months, days] = match.slice(1)
  const inMonths = years !== undefined || months !== undefined
  const inDays = days !== undefined
  if (inMonths === inDays) return null
  return inMonths ? { op: 'months', value: Number(years ?? 0) * 12 + Number(months ?? 0) } : { op: 'days', value: Number(days) }
}
