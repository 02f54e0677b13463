const SHORT_FORMS =
  /(?:^|[\s(])(?:jf|nr|stk|pkt|kap|art|f\.eks|m\.v|mv|m\.fl|mfl|bl\.a|d\.v\.s|dvs|ca|evt|inkl|ekskl|hhv|pct|kr|jr|sml|o\.l|o\.lign|p\.t|pr|t\.o\.m|fx|osv|vedr|if|iht|ift|s\.å|tlf|lbk|bek|af|o\.s\.v|p\.gr\.a|m\.m|mm)$/iu

/**
 * The sentences of a provision ("1. pkt.", "2. pkt."), in order. Short forms, dates and ordinals end none; after "m.v." a
 * sentence ends only where a capital follows.
 */
export function sentencesOf(text: string): readonly string[] {
  const sentences: string[] = []
  let start = 0
  for (const match of text.matchAll(/[.!?](?=[\s»”"')]|$)/gu)) {
    const end = match.index + 1
    if (!endsHere(text.slice(start, match.index), text.slice(end))) continue
    const sentence = text.slice(start, end).trim()
    if (sentence !== '') sentences.push(sentence)
    start = end
  }
  const rest = text.slice(start).trim()
  return rest === '' ? sentences : [...sentences, rest]
}

function endsHere(before: string, after: string): boolean {
  const next = /^[\s»”"')]*(\S)?/u.exec(after)?.[1]
  if (next === undefined) return true
  if (!/[\p{Lu}\p{Nd}§«"„]/u.test(next)) return false
  if (/(?:^|[\s(])(?:m\.v|mv|m\.m|m\.fl|osv|o\.l|o\.lign)$/iu.test(before)) return /\p{Lu}/u.test(next)
  if (SHORT_FORMS.test(before)) return false
  // "1. januar", "§ 5, stk. 2, 1. pkt.": a number's full stop is an ordinal's unless a capital follows.
  if (/(?:^|\s)\p{Nd}{1,2}$/u.test(before)) return /\p{Lu}/u.test(next) && !/^\s*(?:EU|PKT)/u.test(after)
  return true
}
