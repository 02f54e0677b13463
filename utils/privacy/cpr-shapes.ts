import type { CprSpelling } from './cpr-hit.ts'

/**
 * How ten digits (or a longer or shorter day with the last four) are grouped, and how much each way looks like a CPR number
 * by itself. The groups stand with one sign between them, see `GAP_SIGNS`. The first that fits counts.
 */
export interface Shape {
  readonly pattern: RegExp
  readonly spelling: CprSpelling
  readonly score: number
  /** As often a date with a time or a year behind it: less when the last four digits look like one. */
  readonly doubt?: 'clock' | 'year' | 'both'
}

const shape = (pattern: RegExp, spelling: CprSpelling, score: number): Shape => ({ pattern, spelling, score })
const doubtful = (pattern: RegExp, [spelling, score, doubt]: [CprSpelling, number, 'clock' | 'year' | 'both']): Shape => ({
  pattern,
  spelling,
  score,
  doubt,
})

export const SHAPES: readonly Shape[] = [
  shape(/^\d{10}$/, 'plain', 5),
  shape(/^\d{6}-\d{4}$/, 'dash', 7),
  shape(/^\d{6}=\d{4}$/, 'line-break', 7),
  shape(/^\d{6}\n\d{4}$/, 'line-break', 5),
  shape(/^\d{6} \d{4}$/, 'space', 5),
  shape(/^\d{6}\.\d{4}$/, 'dots', 5),
  shape(/^\d{6}\/\d{4}$/, 'slash', 6),
  shape(/^\d{6}[|?]\d{4}$/, 'grouped', 4),
  shape(/^\d{6}[,:]\d{4}$/, 'grouped', 3),
  // The day in three groups.
  doubtful(/^\d\d([./])\d\d\1\d\d[-=]\d{4}$/, ['dots', 6, 'year']),
  doubtful(/^\d\d(\D)\d\d\1\d\d[-=]\d{4}$/, ['grouped', 6, 'year']),
  doubtful(/^\d\d([./])\d\d\1\d\d(?:\1|\/)\d{4}$/, ['dots', 5, 'year']),
  doubtful(/^\d\d([ \n|])\d\d\1\d\d(?:\1|\/)\d{4}$/, ['grouped', 5, 'year']),
  doubtful(/^\d\d([./])\d\d\1\d\d\D\d{4}$/, ['dots', 4, 'both']),
  doubtful(/^\d\d(\D)\d\d\1\d\d\D\d{4}$/, ['grouped', 4, 'both']),
  // A space or a sign too many, as text recognition gives them.
  shape(/^(?:\d ?){5}\d[-=\n/]\d{4}$/, 'grouped', 5),
  shape(/^\d{6}[-=\n/](?:\d ?){3}\d$/, 'grouped', 5),
  shape(/^\d\d[.,/]\d\d[.,/]\d\d[-=]\d{4}$/, 'grouped', 5),
  // One by one.
  shape(/^\d(\D)(?:\d\1){4}\d\D\d(\D)(?:\d\2){2}\d$/, 'spread', 5),
  // Any other grouping that keeps the day and the last four apart, alike all through or not.
  shape(/^\d{1,6}(\D)(?:\d{1,4}\1){0,8}\d{1,4}$/, 'grouped', 4),
  shape(/^(?:\d\D?){5}\d[-=]\d{4}$/, 'grouped', 4),
  shape(/^(?:\d\D?){5}\d\D(?:\d\D?){3}\d$/, 'grouped', 3),
  // Broken where none belongs, as at the end of a line.
  shape(/^\d{2,8}[\n=]\d{2,8}$/, 'line-break', 3),
  shape(/^(?:\d{1,8}[ \n=-]){1,9}\d{1,8}$/, 'grouped', 2),
]

/** The day with its year in four digits, or without its leading noughts. */
export const DATED: readonly Shape[] = [
  doubtful(/^(?<d>\d\d)(?<m>\d\d)(?<c>18|19|20)(?<y>\d\d)[-=](?<s>\d{4})$/, ['long-year', 4, 'both']),
  doubtful(/^(?<c>18|19|20)(?<y>\d\d)(?<m>\d\d)(?<d>\d\d)[-=](?<s>\d{4})$/, ['long-year', 4, 'both']),
  doubtful(/^(?<d>\d{1,2})(\D)(?<m>\d{1,2})\2(?<c>18|19|20)(?<y>\d\d)[-=](?<s>\d{4})$/, ['long-year', 4, 'both']),
  doubtful(/^(?<c>18|19|20)(?<y>\d\d)(\D)(?<m>\d\d)\3(?<d>\d\d)[-=](?<s>\d{4})$/, ['long-year', 4, 'both']),
  doubtful(/^(?<d>\d\d)(?<m>\d\d)(?<c>18|19|20)(?<y>\d\d)\D(?<s>\d{4})$/, ['long-year', 3, 'both']),
  doubtful(/^(?<d>\d{1,2})(\D)(?<m>\d{1,2})\2(?<c>18|19|20)(?<y>\d\d)\D(?<s>\d{4})$/, ['long-year', 3, 'both']),
  doubtful(/^(?<c>18|19|20)(?<y>\d\d)(\D)(?<m>\d\d)\3(?<d>\d\d)\D(?<s>\d{4})$/, ['long-year', 3, 'both']),
  doubtful(/^(?<d>\d{1,2})([./])(?<m>\d{1,2})(?:\2|-)(?<y>\d\d)-(?<s>\d{4})$/, ['short-day', 4, 'year']),
  doubtful(/^(?<d>\d{1,2})([./-])(?<m>\d{1,2})(?:\2|-)(?<y>\d\d)\D(?<s>\d{4})$/, ['short-day', 2, 'both']),
]
