/** Why a caseworker does not want a hint: a fixed list, because the page may never get a text field (design 2.9). */
export const DISMISS_REASONS = {
  'already-done': 'Det er allerede gjort',
  'not-this-case': 'Det passer ikke på denne sag',
  known: 'Jeg ved det og har styr på det',
  misread: 'Oplysningerne er læst forkert',
  'rule-wrong': 'Reglen ser forkert ud',
} as const satisfies Readonly<Record<string, string>>

export type DismissReason = keyof typeof DISMISS_REASONS
