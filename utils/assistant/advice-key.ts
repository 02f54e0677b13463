import type { Advice } from '#utils/domain/advice.ts'

/** Names one piece of advice within a case: a rule may speak once for each row of a list. */
export function adviceKey(advice: Advice): string {
  return advice.row ? `${advice.rule}|${advice.row.group}|${advice.row.key}` : advice.rule
}
