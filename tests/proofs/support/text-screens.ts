import type { PageKind } from '#demo/screens.ts'

/** The screens of a case on which every free text of it stands. */
export const TEXT_SCREENS: readonly PageKind[] = [
  'overview',
  'contact',
  'journal',
  'documents',
  'my-plan',
  'offers',
  'prep-plan',
  'decisions',
  'tasks',
  'sickness',
  'access',
]
