import { FACT_CATALOGUE, type FactKey, type GroupName } from '#utils/domain/fact-catalogue.ts'
import type { QuickLinkId } from '#utils/domain/quick-link.ts'

/** The screen on which a group's facts can be read, so that what cannot be judged can be, one click later. */
const SCREENS: Readonly<Partial<Record<GroupName, QuickLinkId>>> = {
  citizen: 'overview',
  personGroup: 'overview',
  case: 'overview',
  caseList: 'cases',
  contact: 'contact',
  deadline: 'contact',
  meeting: 'contact',
  note: 'journal',
  doc: 'documents',
  plan: 'my-plan',
  agreement: 'my-plan',
  offer: 'offers',
  sick: 'sickness',
  prep: 'prep-plan',
  section: 'prep-plan',
  decision: 'decisions',
  task: 'tasks',
  access: 'access-request',
  benefit: 'benefits',
  cash: 'benefits',
  flex: 'benefits',
  cv: 'my-plan',
  integration: 'my-plan',
  process: 'cases',
}

export interface ReadingPlace {
  /** "Åbn Sygedagpenge" */
  readonly label: string
  readonly link: QuickLinkId
}

/** Where the first unread fact usually stands; `null` when no screen of the case shows it. */
export function whereToRead(missing: readonly FactKey[]): ReadingPlace | null {
  for (const key of missing) {
    const group = key.slice(0, key.indexOf('.')) as GroupName
    const link = SCREENS[group]
    const [screen = ''] = FACT_CATALOGUE[group].where.split(', ')
    if (link) return { label: `Åbn ${screen}`, link }
  }
  return null
}
