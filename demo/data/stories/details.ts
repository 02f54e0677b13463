/* oxlint-disable max-lines -- Stories are data. */
import type { Story } from '../story.ts'

type Rows = Pick<
  Story,
  'contact' | 'sick' | 'prep' | 'plan' | 'access' | 'cash' | 'flex' | 'cv' | 'integration' | 'process' | 'decisions' | 'offers'
>

/** What the lesser screens say of some people: the parts that their stories do not turn on. Rows go by their place in the story. */
const DETAILS: Readonly<Record<string, Rows>> = {
  'mette-holm-kjeldsen': {
    cash: { residenceYears: 10, workMonths: 84, lowestRate: false, assets: 4200, married: false, followedUp: -40 },
    cv: { registered: -124, searchable: -110, approved: -105, jobGoals: 2, educated: true, singleProvider: false },
    plan: { joblogLast: -6 },
  },
  'ahmad-al-hassan': {
    cash: { residenceYears: 6, workMonths: 14, lowestRate: false, assets: 21_000, married: false, followedUp: { months: -3, days: -4 } },
    cv: { registered: -214, searchable: null, jobGoals: 0, educated: true, singleProvider: false },
    contact: { workDuty: true },
    plan: { joblogLast: -70, availabilityDoubt: -30 },
  },
  'louise-bruun': {
    process: { firstRequest: -212, holistic: -170 },
    plan: { availabilityDoubt: -50, availabilityAssessed: -45 },
    cash: { residenceYears: 4, workMonths: 6, lowestRate: true, assets: 12_000, married: true, followedUp: { months: -2, days: -15 } },
  },
  'piotr-kowalski': { process: { firstRequest: -5 }, cv: { registered: -5, jobGoals: 1 } },
  'camilla-toft': { process: { firstRequest: -190 }, contact: { meetingRequested: -10 } },
  'henrik-vestergaard': { process: { ownDeadline: -3, collected: -20, consent: -21 }, contact: { releaseEnd: -40 } },
  'nadia-haddad': { process: { ownDeadline: -20, decided: -25, collected: -9 } },
  'sofie-vestergaard': { process: { ownDeadline: 9, newDateSent: -2 }, contact: { meetingRequested: -30, workDuty: false } },
  'bjarne-krogh': { contact: { psychiatricDischarge: -20 } },
  'julie-poulsen': { process: { breachFound: -40, breachAssessed: -39 } },
  'ida-skovgaard-bach': { process: { breachFound: -1 } },
  'peter-noergaard': {
    cv: { registered: -205, searchable: -198, approved: -195, jobGoals: 2, fundMeeting: -196, educated: true, singleProvider: false },
  },
  'agnieszka-nowak': {
    cv: { registered: -216, searchable: null, approved: null, jobGoals: 1, fundMeeting: -190, educated: false },
    offers: [{ extensionReason: 'Mere tid til at lære opgaverne.' }],
  },
  'minh-nguyen': { cv: { registered: -8, jobGoals: 0, singleProvider: true } },
  'freja-lykkegaard': { plan: { educationOrder: -120, educationStep: 10 } },
  'yusuf-warsame': { plan: { educationOrder: -380, educationStep: -200, educationStepDone: -210 } },
  'samira-rahimi': { sick: { earlyRequested: -20 } },
  'lone-bach': { sick: { le285Requested: -15, le285Deadline: -9 } },
  'carsten-svendsen': { sick: { certificateWished: -8 } },
  'oksana-petrenko': { sick: { standby: true } },
  'elif-demir': { sick: { statusRequested: -40 } },
  'jens-poulsen': { sick: { paidWeeks12: 25, standby: false } },
  'rasmus-skovgaard': { sick: { extensionFrom: -30, extensionTo: 300 } },
  'ivan-kaya': { prep: { le265Requested: -40 } },
  'birgit-overgaard': { prep: { citizenComments: 'Jeg kan godt arbejde, hvis jeg kan sidde ned.' } },
  'marjun-joensen': {
    flex: { granted: { months: -56 }, start: { months: -55 }, temporary: true, followedUp: { months: -29 }, status: null, renewed: null },
  },
  'louise-hviid': {
    flex: { granted: { months: -62 }, start: { months: -60 }, temporary: true, followedUp: { months: -8 }, status: -90, renewed: -80 },
  },
  'dawit-tesfay': { cv: { registered: -155, searchable: -140, jobGoals: 1 } },
  'abdi-warsame': {
    integration: {
      responsibleFrom: -140,
      contractSigned: -120,
      declarationSigned: null,
      employed: false,
      followedUp: -100,
      childBorn: { months: -4 },
      healthOffered: -95,
    },
    cv: { registered: -18, jobGoals: 1 },
  },
  'sahra-ibrahim': { integration: { declarationSigned: -60 } },
  'anne-quist': { access: { screened: -1 } },
  'frederik-aagaard': { access: { screened: -4, delivered: -4 } },
  'mikkel-dam': {
    decisions: [
      { reasonableGround: 'Bussen var aflyst. Borgeren kunne have ringet.', effectFrom: -31, contactRestored: -28, deductionDays: 3 },
    ],
  },
  'zeynep-yilmaz': { decisions: [{ informed: false, citizenInvolved: null }] },
  'kasper-ravn': { decisions: [{ effectFrom: { months: -1 }, priorSanction: -120, extraGuidance: -125 }] },
  'rikke-lund': {
    decisions: [
      { receivedOn: -68, complaintReceived: -50, reassessed: -30, reasonableGround: 'Ingen rimelig grund.', toRepresentative: false },
    ],
  },
  'andriy-ibrahim': {
    decisions: [{ missingInfo: true, cooperationGuided: -60, availabilityNote: 'En frist vil hjælpe borgeren videre.' }],
  },
  'christoffer-holm': { decisions: [{ reasonsRequested: -20, reasonsSent: -12 }] },
}

/** The stories with these details; what a story says itself stands. */
export function withDetails(stories: readonly Story[]): readonly Story[] {
  return stories.map((story) => {
    const details = DETAILS[story.slug]
    return details ? merged(story, details) : story
  })
}

function merged(story: Story, { decisions, offers, ...singles }: Rows): Story {
  const joined = Object.fromEntries(
    Object.entries(singles).map(([group, row]) => [group, { ...row, ...(story as unknown as Record<string, object | undefined>)[group] }]),
  )
  return {
    ...story,
    ...joined,
    ...(story.decisions && { decisions: story.decisions.map((row, index) => ({ ...decisions?.[index], ...row })) }),
    ...(story.offers && { offers: story.offers.map((row, index) => ({ ...offers?.[index], ...row })) }),
  }
}
