import { FACT_CATALOGUE, keysOfGroup } from '#utils/domain/fact-catalogue.ts'
import type { FactKey, GroupName, ListGroup } from '#utils/domain/fact-catalogue.ts'

/** Page kinds of the product, as profiles name them. */
const PAGE_KINDS = [
  'login',
  'start',
  'search',
  'case-list',
  'overview',
  'relations',
  'cases',
  'contact',
  'meeting-form',
  'journal',
  'note',
  'note-editor',
  'documents',
  'my-plan',
  'offers',
  'sickness',
  'prep-plan',
  'decisions',
  'tasks',
  'access',
  'benefits',
  'all-tasks',
  'all-access',
  'error',
] as const
export type PageKind = (typeof PAGE_KINDS)[number]

interface ScreenList {
  readonly group: ListGroup
  readonly keys: readonly FactKey[]
  /** Which rows stand on the screen when it is paged to its end and opened up. */
  readonly rows: 'all' | 'ongoing' | 'latest5' | 'active-status'
}

export interface Screen {
  readonly kind: PageKind
  readonly title: string
  /** Citizens on the page. */
  readonly citizens: 'none' | 'single' | 'many'
  /** Keys with one value that stand on it, beyond the header and the case line. */
  readonly facts: readonly FactKey[]
  readonly lists: readonly ScreenList[]
  /** Dialect M: `/borger/{guid}/…`. Dialect K: the pane's name. */
  readonly m: string
  readonly k: string
}

/** Stand in the header of every citizen page, and in the case line below it. */
export const HEADER_KEYS: readonly FactKey[] = [
  'citizen.name',
  'citizen.cpr',
  'citizen.age',
  'citizen.address',
  'citizen.protectedAddress',
  'citizen.phone',
  'citizen.email',
  'citizen.digitalPost',
  'citizen.interpreter',
  'citizen.guardian',
  'citizen.representative',
  'case.caseworker',
  'case.team',
]
export const CASE_LINE_KEYS: readonly FactKey[] = [
  'case.number',
  'case.type',
  'case.targetGroup',
  'case.benefit',
  'case.status',
  'case.start',
]
/** Stand in the top bar of every page. */
export const TOP_BAR_KEYS: readonly FactKey[] = keysOfGroup('session')

const all = (group: GroupName) => keysOfGroup(group)
const list = (group: ListGroup, rows: ScreenList['rows'] = 'all', keys: readonly FactKey[] = keysOfGroup(group)): ScreenList => ({
  group,
  keys,
  rows,
})
const without = (group: GroupName, ...names: string[]) => keysOfGroup(group).filter((key) => !names.includes(key))

const citizenScreen = (
  kind: PageKind,
  title: string,
  route: { m: string; k: string },
  parts: Partial<Pick<Screen, 'facts' | 'lists'>>,
): Screen => ({
  kind,
  title,
  citizens: 'single',
  facts: parts.facts ?? [],
  lists: parts.lists ?? [],
  m: `/borger/{guid}/${route.m}`,
  k: route.k,
})
const otherScreen = (kind: PageKind, title: string, citizens: 'none' | 'many', route: { m: string; k: string }): Screen => ({
  kind,
  title,
  citizens,
  facts: [],
  lists: [],
  ...route,
})

/** What each screen shows, in both dialects. The oracle answers from it; the dialects are tested against it. */
export const SCREENS: readonly Screen[] = [
  citizenScreen(
    'overview',
    'Borgeroverblik',
    { m: 'overblik', k: 'PERSON_OVERBLIK' },
    {
      facts: [
        'citizen.obsNote1',
        'citizen.obsNote2',
        'citizen.obsNote2Until',
        'case.type',
        'case.targetGroup',
        'case.benefit',
        'case.start',
        'case.end',
        'contact.nextMeeting',
        'contact.nextDeadline',
        'contact.heldCount',
      ],
      lists: [
        list('personGroup'),
        list('offer', 'ongoing', ['offer.type', 'offer.provider', 'offer.start', 'offer.end', 'offer.status']),
        list('note', 'latest5', ['note.title', 'note.noteType', 'note.eventAt', 'note.author']),
        list('task', 'all', ['task.title', 'task.due', 'task.status', 'task.owner']),
      ],
    },
  ),
  citizenScreen('relations', 'Stamdata og relationer', { m: 'stamdata', k: 'PERSON_STAMDATA' }, {}),
  citizenScreen('cases', 'Sager', { m: 'sager', k: 'SAGER' }, { facts: all('process'), lists: [list('caseList')] }),
  citizenScreen(
    'contact',
    'Kontaktforløb og samtaler',
    { m: 'kontaktforloeb', k: 'KONTAKTFORLOEB' },
    {
      facts: all('contact'),
      lists: [list('deadline'), list('meeting')],
    },
  ),
  citizenScreen(
    'journal',
    'Journal & Dokumenter',
    { m: 'journal', k: 'JOURNAL' },
    {
      lists: [list('note', 'active-status', without('note', 'note.visibleToCitizen', 'note.status'))],
    },
  ),
  citizenScreen('note', 'Notat', { m: 'journal/{row}', k: 'JOURNAL_NOTAT' }, { lists: [list('note')] }),
  citizenScreen('note-editor', 'Nyt notat', { m: 'journal/nyt', k: 'JOURNAL_NYT' }, {}),
  citizenScreen('documents', 'Dokumenter', { m: 'journal?visning=dokumenter', k: 'DOKUMENTER' }, { lists: [list('doc')] }),
  citizenScreen(
    'my-plan',
    'Min Plan',
    { m: 'minplan', k: 'MIN_PLAN' },
    { facts: [...all('plan'), ...all('cv'), ...all('integration')], lists: [list('agreement')] },
  ),
  citizenScreen('offers', 'Tilbud og aktiviteter', { m: 'indsatser', k: 'TILBUD' }, { lists: [list('offer')] }),
  citizenScreen('sickness', 'Sygedagpenge', { m: 'sygedagpenge', k: 'SYGEDAGPENGE' }, { facts: all('sick') }),
  citizenScreen(
    'prep-plan',
    'Afklaring og plan',
    { m: 'afklaring/1/plan', k: 'AFKLARING' },
    { facts: all('prep'), lists: [list('section')] },
  ),
  citizenScreen('decisions', 'Afgørelser og partshøring', { m: 'afgoerelser', k: 'AFGOERELSER' }, { lists: [list('decision')] }),
  citizenScreen('tasks', 'Opgaver og advis', { m: 'opgaver', k: 'OPGAVER' }, { lists: [list('task')] }),
  citizenScreen('access', 'Aktindsigt', { m: 'aktindsigt/1', k: 'AKTINDSIGT' }, { facts: all('access') }),
  citizenScreen(
    'benefits',
    'Ydelser og forsørgelse',
    { m: 'ydelser', k: 'YDELSER' },
    { facts: [...all('cash'), ...all('flex')], lists: [list('benefit')] },
  ),
  otherScreen('login', 'Log på', 'none', { m: '/login', k: 'logon.do' }),
  otherScreen('start', 'Forside', 'many', { m: '/', k: 'forside.do' }),
  otherScreen('search', 'Søgning', 'many', { m: '/soeg', k: 'soeg.do' }),
  otherScreen('case-list', 'Mine borgere', 'many', { m: '/lister/mine-borgere', k: 'sagsliste.do' }),
  otherScreen('all-tasks', 'Opgaver', 'many', { m: '/opgaver', k: 'opgaver.do' }),
  otherScreen('all-access', 'Aktindsigter', 'many', { m: '/aktindsigt', k: 'aktindsigt.do' }),
  citizenScreen('meeting-form', 'Samtale', { m: 'kontaktforloeb/samtale', k: 'samtale.do' }, {}),
  otherScreen('error', 'Ingen adgang', 'none', { m: '/fejl', k: 'fejl.do' }),
]

/** The catalogue's groups that a citizen page can ask for. */
export const PART_GROUPS: readonly GroupName[] = (Object.keys(FACT_CATALOGUE) as GroupName[]).filter((group) => group !== 'session')

export function screenOf(kind: PageKind): Screen {
  const found = SCREENS.find((screen) => screen.kind === kind)
  if (!found) throw new RangeError('no-such-screen')
  return found
}
