/** The screens of one case that both dialects have. */
export const CASE_SCREENS = [
  'overview',
  'relations',
  'cases',
  'contact',
  'journal',
  'note',
  'documents',
  'my-plan',
  'offers',
  'sickness',
  'prep-plan',
  'decisions',
  'tasks',
  'access',
  'benefits',
] as const
