// oxlint-disable max-lines -- One table of all keys: split, it would have to be searched instead of read.
/**
 * Every canonical key of the product, defined once. Site profiles map page parts to these keys; rules, templates and
 * drafts are type-checked against them. Adding a page field starts with a line here.
 *
 * A key is `group.name`. A group is either `single` (one value for the open case) or `list` (one value a row).
 */
export type FactType = 'text' | 'richText' | 'date' | 'dateTime' | 'number' | 'yesNo' | 'enum' | 'cpr' | 'id' | 'textList'

export interface FactDefinition {
  readonly type: FactType
  /** The label a Danish caseworker would know it by. */
  readonly label: string
  /** What it means, where the label does not say it. */
  readonly meaning?: string
  /** For `enum`: the canonical values. A page's own words are mapped to them by the profile. */
  readonly values?: readonly string[]
  /** For `enum`: what a code is called where users read it. */
  readonly words?: Readonly<Record<string, string>>
}

export interface FactGroup {
  readonly kind: 'single' | 'list'
  readonly label: string
  /** The screen where it usually stands. */
  readonly where: string
  readonly facts: Readonly<Record<string, FactDefinition>>
}

const text = (label: string, meaning?: string) => ({ type: 'text', label, ...(meaning && { meaning }) }) as const
const richText = (label: string) => ({ type: 'richText', label }) as const
const date = (label: string, meaning?: string) => ({ type: 'date', label, ...(meaning && { meaning }) }) as const
const dateTime = (label: string, meaning?: string) => ({ type: 'dateTime', label, ...(meaning && { meaning }) }) as const
const number = (label: string, meaning?: string) => ({ type: 'number', label, ...(meaning && { meaning }) }) as const
const yesNo = (label: string, meaning?: string) => ({ type: 'yesNo', label, ...(meaning && { meaning }) }) as const
const id = (label: string) => ({ type: 'id', label }) as const
const textList = (label: string, meaning?: string) => ({ type: 'textList', label, ...(meaning && { meaning }) }) as const
const oneOf = <const V extends readonly string[]>(label: string, values: V) => ({ type: 'enum', label, values }) as const

/** LAB § 6 target groups as valid in 2026; the number is the group's. */
export const TARGET_GROUPS = ['6.1', '6.2', '6.3', '6.4', '6.5', '6.6', '6.7', '6.8', '6.9', '6.10', '6.11', '6.12', '6.13'] as const

const TARGET_GROUP_WORDS: Readonly<Record<(typeof TARGET_GROUPS)[number], string>> = {
  '6.1': 'dagpengemodtager (6.1)',
  '6.2': 'jobparat på kontanthjælp (6.2)',
  '6.3': 'aktivitetsparat på kontanthjælp (6.3)',
  '6.4': 'uddannelsesparat under 30 år (6.4)',
  '6.5': 'aktivitetsparat under 30 år (6.5)',
  '6.6': 'sygedagpengemodtager (6.6)',
  '6.7': 'i jobafklaringsforløb (6.7)',
  '6.8': 'i ressourceforløb (6.8)',
  '6.9': 'visiteret til fleksjob (6.9)',
  '6.10': 'revalidend (6.10)',
  '6.11': 'førtidspensionist (6.11)',
  '6.12': 'ledig selvforsørgende (6.12)',
  '6.13': 'under 18 år (6.13)',
}

export const BENEFITS = [
  'Dagpenge',
  'Kontanthjælp',
  'Sygedagpenge',
  'Ressourceforløbsydelse',
  'Revalideringsydelse',
  'Ledighedsydelse',
  'Fleksløntilskud',
  'Førtidspension',
  'Uddannelseshjælp',
  'SHO',
  'Selvforsørgende',
] as const

export const FACT_CATALOGUE = {
  session: {
    kind: 'single',
    label: 'Bruger',
    where: 'Sidehoved',
    facts: {
      userName: text('Bruger'),
      role: text('Rolle'),
      municipality: text('Kommune'),
      unit: text('Enhed'),
      env: oneOf('Miljø', ['prod', 'test', 'øvelse']),
    },
  },
  citizen: {
    kind: 'single',
    label: 'Borger',
    where: 'Borgerens hoved, Borgeroverblik',
    facts: {
      id: id('Borger-id'),
      name: text('Navn'),
      cpr: { type: 'cpr', label: 'CPR-nummer' },
      age: number('Alder', 'Hele år'),
      address: text('Adresse', 'Ikke læst, når adressen er beskyttet'),
      protectedAddress: yesNo('Navne- og adressebeskyttelse'),
      phone: text('Telefon'),
      email: text('E-mail'),
      digitalPost: oneOf('Digital Post', ['tilmeldt', 'fritaget']),
      interpreter: text('Tolk', 'Sprog; tom, når der ikke er brug for tolk'),
      guardian: text('Værge'),
      representative: text('Partsrepræsentant', 'Eller bisidder, som det står på siden'),
      obsNote1: text('OBS-note 1'),
      obsNote2: text('OBS-note 2'),
      obsNote2Until: date('OBS-note 2: Vises indtil'),
    },
  },
  case: {
    kind: 'single',
    label: 'Sag',
    where: 'Sagslinjen under borgerens hoved, Aktuel sag',
    facts: {
      id: id('Sags-id'),
      number: text('Sagsnummer'),
      type: oneOf('Sagstype', [
        'Kontanthjælp',
        'Dagpenge',
        'Sygedagpenge',
        'Jobafklaring',
        'Ressourceforløb',
        'Fleksjob',
        'Førtidspension',
        'Revalidering',
        'Integration',
        'Ungeindsats',
      ]),
      status: oneOf('Sagsstatus', ['Aktiv', 'Passiv', 'Afsluttet']),
      targetGroup: { type: 'enum', label: 'Målgruppe', meaning: 'LAB § 6, nummer', values: TARGET_GROUPS, words: TARGET_GROUP_WORDS },
      benefit: { type: 'enum', label: 'Ydelse', values: BENEFITS },
      start: date('Sagens startdato'),
      end: date('Sagens slutdato'),
      caseworker: text('Ansvarlig sagsbehandler'),
      team: text('Team'),
    },
  },
  personGroup: {
    kind: 'list',
    label: 'Persongruppemarkeringer',
    where: 'Borgeroverblik',
    facts: { name: text('Persongruppe'), startDate: date('Startdato'), endDate: date('Slutdato') },
  },
  caseList: {
    kind: 'list',
    label: 'Sager',
    where: 'Sager',
    facts: {
      number: text('Sagsnr.'),
      type: text('Sagstype'),
      targetGroup: { type: 'enum', label: 'Målgruppe', values: TARGET_GROUPS, words: TARGET_GROUP_WORDS },
      status: oneOf('Status', ['Aktiv', 'Passiv', 'Afsluttet']),
      start: date('Start'),
      end: date('Slut'),
      caseworker: text('Ansvarlig'),
      primary: yesNo('Primær'),
    },
  },
  contact: {
    kind: 'single',
    label: 'Kontaktforløb',
    where: 'Kontaktforløb, Borgeroverblik',
    facts: {
      startDate: date('Kontaktforløb startet', 'Første dag i det aktuelle kontaktforløb (LAB § 9)'),
      handoverDate: date('Overtaget fra a-kasse', 'Dagpenge: dagen, kommunen overtog ansvaret'),
      nextMeeting: date('Næste samtale'),
      nextDeadline: date('Næste frist'),
      deadlineType: text('Fristens samtaletype'),
      heldCount: number('Afholdte samtaler i 6 mdr.'),
      requiredCount: number('Krav til samtaler i 6 mdr.'),
      exempted25pct: yesNo('25 pct.-undtagelse'),
      exemptionReason: text('Begrundelse for undtagelse'),
      exemptionDate: date('Undtaget fra'),
      releaseEnd: date('Fritaget til', 'Sidste dag med fritagelse fra indsatsen'),
      meetingRequested: date('Borgeren har bedt om samtale'),
      workDuty: yesNo('Arbejdspligt', 'LAB kapitel 16 a'),
      psychiatricDischarge: date('Udskrevet fra psykiatrien'),
    },
  },
  deadline: {
    kind: 'list',
    label: 'Frister i kontaktforløbet',
    where: 'Kontaktforløb',
    facts: {
      type: text('Samtaletype'),
      date: date('Frist'),
      lastHeld: date('Seneste afholdelsesdato'),
      status: text('Status'),
      selfBooking: yesNo('Kan selvbookes'),
    },
  },
  meeting: {
    kind: 'list',
    label: 'Samtaler',
    where: 'Kontaktforløb',
    facts: {
      at: dateTime('Dato/tid'),
      type: text('Samtaletype'),
      form: oneOf('Kontaktform', ['Personligt fremmøde', 'Telefon', 'Video', 'Møde direkte på arbejde', 'Skriftligt']),
      status: oneOf('Status', ['Planlagt', 'Afholdt', 'Udeblevet', 'Aflyst', 'Fravalgt']),
      participants: text('Deltagere'),
      resets: yesNo('Nulstiller'),
      note: text('Notat'),
      summoned: date('Indkaldelse sendt', 'Skriftlig og personlig indkaldelse'),
    },
  },
  note: {
    kind: 'list',
    label: 'Journalnotater',
    where: 'Journal & Dokumenter',
    facts: {
      title: text('Titel'),
      noteType: text('Notattype'),
      eventAt: dateTime('Hændelsestidspunkt'),
      registeredAt: dateTime('Registreringstidspunkt'),
      case: text('Sag'),
      source: text('Kilde'),
      author: text('Oprettet af'),
      hasAttachment: yesNo('Bilag'),
      status: oneOf('Status', ['Aktiv', 'Annulleret', 'Kladde']),
      body: richText('Tekst'),
      visibleToCitizen: yesNo('Synlig for borger'),
    },
  },
  doc: {
    kind: 'list',
    label: 'Dokumenter',
    where: 'Journal & Dokumenter',
    facts: {
      title: text('Titel'),
      docType: text('Dokumenttype'),
      date: date('Dato'),
      from: text('Fra/til'),
      pages: number('Sider'),
      fileName: text('Filnavn'),
      note: text('Knyttet notat'),
    },
  },
  plan: {
    kind: 'single',
    label: 'Min Plan',
    where: 'Min Plan',
    facts: {
      goal: text('Job-/uddannelsesmål'),
      steps: textList('Delmål'),
      updated: date('Senest opdateret'),
      visibleToCitizen: yesNo('Synlig på Jobnet'),
      joblogRequired: yesNo('Krav om joblog'),
      joblogLast: date('Seneste joblog', 'Seneste jobsøgning i joblog'),
      availabilityDoubt: date('Tvivl om rådighed'),
      availabilityAssessed: date('Rådighed vurderet'),
      educationOrder: date('Uddannelsespålæg givet'),
      educationStep: date('Frist i uddannelsespålæg'),
      educationStepDone: date('Trin i uddannelsespålæg gjort'),
    },
  },
  agreement: {
    kind: 'list',
    label: 'Aftaler i Min Plan',
    where: 'Min Plan',
    facts: { text: text('Aftale'), owner: text('Ansvarlig'), due: date('Frist'), status: text('Status') },
  },
  offer: {
    kind: 'list',
    label: 'Tilbud',
    where: 'Tilbud og aktiviteter',
    facts: {
      type: text('Type'),
      provider: text('Leverandør/virksomhed'),
      cvr: text('CVR'),
      pNumber: text('P-nummer'),
      start: date('Start'),
      end: date('Slut'),
      hoursPerWeek: number('Timer/uge'),
      status: oneOf('Status', ['Planlagt', 'Igangværende', 'Afsluttet', 'Afbrudt']),
      vitasId: text('VITAS-nr.'),
      granted: date('Bevilget'),
      purpose: text('Formål'),
      inPlan: yesNo('Indskrevet i Min Plan'),
      extensionReason: text('Begrundelse for forlængelse'),
    },
  },
  sick: {
    kind: 'single',
    label: 'Sygedagpengesag',
    where: 'Sygedagpenge',
    facts: {
      firstDay: date('Første fraværsdag'),
      firstMunicipalDay: date('Første dag kommunen'),
      employer: text('Arbejdsgiver', 'Tom, når borgeren ikke er i job'),
      pNumber: text('P-nummer'),
      extent: number('Sygemeldt (%)', '100 = fuldt'),
      category: oneOf('Kategori', ['1', '2', '3']),
      formSent: date('Oplysningsskema sendt'),
      formReturned: date('Oplysningsskema modtaget'),
      expectedReturn: date('Forventet raskmelding'),
      employeeExpectsWeeks: number('Borgerens forventning (uger)'),
      employerExpectsWeeks: number('Arbejdsgiverens forventning (uger)'),
      specialFollowUp: yesNo('Særlig opfølgning', 'I job og forventet rask inden 26 uger: undtaget fra opfølgning'),
      paidWeeks: number('Udbetalte uger i 9 måneder', 'Uger med sygedagpenge i de ni kalendermåneder, der slutter med indeværende'),
      revaluation: date('Revurderingstidspunkt', 'Udgangen af den måned, hvor 22 uger er nået'),
      revaluationDone: date('Revurdering foretaget'),
      followUpCount: number('Opfølgningssamtaler'),
      recovered: date('Raskmeldt'),
      extensionRule: text('Forlængelse (§)'),
      stopDate: date('Ophør af ydelse'),
      stopDecided: date('Afgørelse om ophør'),
      stopHearingSent: date('Partshøring om ophør'),
      statusCertificate: date('Statusattest (LÆ 125)'),
      statusRequested: date('Statusattest anmodet'),
      earlyRequested: date('Ønske om tidlig opfølgning'),
      certificateWished: date('Borgeren ønsker lægeattest'),
      le285Requested: date('LÆ 285 anmodet'),
      le285Deadline: date('Frist til lægen for LÆ 285'),
      standby: yesNo('Standby-ordning'),
      incapacityAssessed: date('Uarbejdsdygtighed vurderet'),
      paidWeeks12: number('Udbetalte uger i 12 måneder'),
      extensionFrom: date('Forlænget fra'),
      extensionTo: date('Forlænget til'),
    },
  },
  prep: {
    kind: 'single',
    label: 'Forberedende del / samlet beskrivelse',
    where: 'Afklaring, plan',
    facts: {
      template: oneOf('Skabelon', ['Rehabiliteringsplan – forberedende del', 'Samlet beskrivelse']),
      subject: oneOf('Sagen gælder', ['Fleksjob', 'Førtidspension', 'Tilskud til selvstændige', 'Jobafklaring']),
      status: oneOf('Status', ['Ikke begyndt', 'Kladde', 'Klar', 'Godkendt af borger']),
      pages: number('Sidetal'),
      pageLimit: number('Højst sider'),
      meetingDate: date('Mødedato'),
      hearingSent: date('Partshøring sendt'),
      le265: date('Lægeattest (LÆ 265)'),
      le265Requested: date('LÆ 265 anmodet'),
      adviceRequested: date('Sundhedsfaglig rådgivning anmodet'),
      adviceReceived: date('Sundhedsfaglig rådgivning modtaget'),
      decisionDrafted: date('Afgørelse udarbejdet', 'Dagen, et udkast til afgørelse blev lagt'),
      citizenComments: text('Borgerens bemærkninger'),
    },
  },
  section: {
    kind: 'list',
    label: 'Afsnit i planen',
    where: 'Afklaring, plan',
    facts: {
      title: text('Afsnit'),
      text: richText('Tekst'),
      status: oneOf('Status', ['Ikke begyndt', 'Kladde', 'Klar', 'Godkendt af borger']),
    },
  },
  decision: {
    kind: 'list',
    label: 'Afgørelser',
    where: 'Afgørelser og partshøring',
    facts: {
      id: id('Afgørelses-id'),
      status: oneOf('Status', ['Kladde', 'Udstedt']),
      type: oneOf('Afgørelsestype', [
        'Sanktion',
        'Fleksjob',
        'Førtidspension',
        'Tilskud til selvstændige',
        'Stop af sygedagpenge',
        'Forlængelse af sygedagpenge',
        'Jobafklaring',
        'Tilbud',
        'Hjælpemiddel',
        'Aktindsigt',
        'Ressourceforløb',
        'Revalidering',
      ]),
      lawRef: text('Lovgrundlag'),
      date: date('Dato'),
      adverse: yesNo('Til ugunst', 'Helt eller delvist imod borgeren'),
      partshøringSent: date('Partshøring sendt'),
      deadline: date('Svarfrist'),
      answered: date('Svar modtaget'),
      outcome: text('Udfald'),
      reasons: text('Begrundelse'),
      appealGuidance: yesNo('Klagevejledning'),
      event: text('Hændelse'),
      eventDate: date('Hændelsesdato'),
      guidanceDate: date('Vejledt skriftligt', 'Skriftlig vejledning om ret, pligt og sanktion givet'),
      contactAttempt: date('Personlig kontakt forsøgt'),
      sanctionType: text('Sanktionstype'),
      amount: number('Beløb'),
      effectuated: date('Effektueret'),
      complaint: text('Klage'),
      effectFrom: date('Virkning fra'),
      availabilityNote: text('Vurdering af rådighed'),
      reasonableGround: text('Vurdering af rimelig grund'),
      contactRestored: date('Kontakt genoptaget'),
      deductionDays: number('Dage med fradrag'),
      priorSanction: date('Tidligere sanktion'),
      extraGuidance: date('Ekstra vejledning givet', 'Vejledning af borger og ægtefælle før § 40 a'),
      informed: yesNo('Sagen er oplyst', 'RSL § 10'),
      citizenInvolved: date('Borgeren inddraget'),
      missingInfo: yesNo('Afslag for manglende oplysninger'),
      cooperationGuided: date('Vejledt om medvirken'),
      receivedOn: date('Modtaget af borgeren'),
      complaintReceived: date('Klage modtaget'),
      reassessed: date('Genvurderet'),
      reasonsRequested: date('Begrundelse ønsket'),
      reasonsSent: date('Begrundelse sendt'),
      toRepresentative: yesNo('Sendt til partsrepræsentant'),
    },
  },
  task: {
    kind: 'list',
    label: 'Opgaver',
    where: 'Opgaver og advis',
    facts: {
      title: text('Titel'),
      category: text('Kategori'),
      due: date('Forfaldsdato'),
      status: oneOf('Status', ['Planlagt', 'I gang', 'Afsluttet', 'Aflyst']),
      caseType: text('Sagstype'),
      owner: text('Ansvarlig'),
      team: text('Team'),
      source: oneOf('Kilde', ['Fasit', 'SAPA', 'KY']),
    },
  },
  access: {
    kind: 'single',
    label: 'Aktindsigt',
    where: 'Aktindsigt',
    facts: {
      requestId: id('Anmodnings-id'),
      law: oneOf('Grundlag', ['FVL', 'OFL', 'GDPR15']),
      requester: text('Anmoder'),
      received: date('Modtaget'),
      dueBy: date('Frist'),
      decided: date('Afgjort'),
      noticeSent: date('Besked om forsinkelse sendt'),
      scope: text('Omfang'),
      period: text('Periode'),
      screened: date('Gennemgået for andres oplysninger'),
      delivered: date('Udleveret'),
    },
  },
  benefit: {
    kind: 'list',
    label: 'Forsørgelse',
    where: 'Ydelser og forsørgelse',
    facts: {
      month: text('Måned', 'ÅÅÅÅ-MM'),
      category: text('Kategori', 'Kode i forsørgelseshistorikken'),
      use225: yesNo('225-timersregel brugt'),
    },
  },
  cash: {
    kind: 'single',
    label: 'Kontanthjælpssag',
    where: 'Ydelser og forsørgelse',
    facts: {
      residenceYears: number('Ophold (år af de sidste 10)'),
      workMonths: number('Fuldtidsarbejde (måneder af de sidste 10 år)'),
      lowestRate: yesNo('Mindstesats'),
      assets: number('Formue (kr.)'),
      married: yesNo('Gift'),
      triaged: date('Visitation begrundet'),
      followedUp: date('Ydelsessagen fulgt op'),
    },
  },
  flex: {
    kind: 'single',
    label: 'Fleksjobsag',
    where: 'Ydelser og forsørgelse',
    facts: {
      granted: date('Fleksjob bevilget'),
      start: date('Fleksjob begyndt'),
      temporary: yesNo('Midlertidigt fleksjob'),
      followedUp: date('Fleksjob fulgt op'),
      status: date('Status i fleksjob'),
      renewed: date('Nyt fleksjob afgjort'),
    },
  },
  cv: {
    kind: 'single',
    label: 'Tilmelding og CV',
    where: 'Min Plan',
    facts: {
      registered: date('Tilmeldt som ledig'),
      searchable: date('CV søgbart fra'),
      approved: date('CV godkendt'),
      jobGoals: number('Jobmål i CV'),
      fundMeeting: date('Første samtale i a-kassen'),
      educated: yesNo('Har en uddannelse'),
      singleProvider: yesNo('Eneforsørger'),
    },
  },
  integration: {
    kind: 'single',
    label: 'Integrationssag',
    where: 'Min Plan',
    facts: {
      responsibleFrom: date('Kommunens ansvar fra'),
      contractSigned: date('Kontrakt underskrevet'),
      declarationSigned: date('Erklæring underskrevet'),
      employed: yesNo('I arbejde eller uddannelse'),
      followedUp: date('Kontrakt fulgt op'),
      childBorn: date('Barn født'),
      healthOffered: date('Helbredsvurdering tilbudt'),
    },
  },
  process: {
    kind: 'single',
    label: 'Sagens behandling',
    where: 'Sager',
    facts: {
      firstRequest: date('Første henvendelse'),
      holistic: date('Helhedsvurdering'),
      ownDeadline: date('Kommunens egen frist'),
      decided: date('Ansøgning afgjort'),
      newDateSent: date('Besked om ny dato'),
      collected: date('Oplysninger indhentet'),
      consent: date('Samtykke eller hjemmel noteret'),
      breachFound: date('Brud opdaget'),
      breachAssessed: date('Brud vurderet'),
    },
  },
} as const satisfies Readonly<Record<string, FactGroup>>

export type Catalogue = typeof FACT_CATALOGUE
export type GroupName = keyof Catalogue
export type SingleGroup = { [G in GroupName]: Catalogue[G]['kind'] extends 'single' ? G : never }[GroupName]
export type ListGroup = Exclude<GroupName, SingleGroup>
type KeysOf<G extends GroupName> = G extends GroupName ? `${G}.${Extract<keyof Catalogue[G]['facts'], string>}` : never

/** Any canonical key, `group.name`. */
export type FactKey = KeysOf<GroupName>
/** A key that has one value for the open case. */
export type SingleKey = KeysOf<SingleGroup>
/** A key that has one value a row of `G`. */
export type RowFactKey<G extends ListGroup = ListGroup> = KeysOf<G>

const groups: Readonly<Record<string, FactGroup>> = FACT_CATALOGUE

export const GROUP_NAMES = Object.keys(FACT_CATALOGUE) as readonly GroupName[]

/** The definition of a key, or `null` when the catalogue does not know it. */
export function factDefinition(key: string): FactDefinition | null {
  const [group = '', name = ''] = key.split('.')
  const facts = Object.hasOwn(groups, group) ? groups[group]?.facts : undefined
  return facts && Object.hasOwn(facts, name) ? (facts[name] ?? null) : null
}

export function isFactKey(key: string): key is FactKey {
  return factDefinition(key) !== null
}

export function isListGroup(group: string): group is ListGroup {
  return Object.hasOwn(groups, group) && groups[group]?.kind === 'list'
}

/** All keys of a group, in the catalogue's order. */
export function keysOfGroup(group: GroupName): readonly FactKey[] {
  return Object.keys(FACT_CATALOGUE[group].facts).map((name) => `${group}.${name}` as FactKey)
}
