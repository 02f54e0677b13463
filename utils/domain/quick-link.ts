/** Places of the open case that a next action can lead to. A site profile says how to get there on its system. */
export const QUICK_LINKS = [
  'overview',
  'cases',
  'contact',
  'book-meeting',
  'journal',
  'write-note',
  'documents',
  'my-plan',
  'offers',
  'grant-offer',
  'sickness',
  'prep-plan',
  'decisions',
  'party-hearing',
  'tasks',
  'access-request',
  'benefits',
] as const

export type QuickLinkId = (typeof QUICK_LINKS)[number]
