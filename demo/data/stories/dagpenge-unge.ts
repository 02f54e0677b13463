import type { Story } from '../story.ts'

/** Unemployment benefit after the handover from the a-kasse, and young people. */
export const DAGPENGE_UNGE: readonly Story[] = [
  {
    slug: 'peter-noergaard', name: 'Peter Nørgaard Thygesen', born: '1972-09-26', female: false, size: 'ordinary',
    story: 'Dagpenge, overtaget fra a-kassen; to kommunale samtaler er holdt inden seks måneder og løntilskud er begyndt.',
    case: { type: 'Dagpenge', targetGroup: '6.1', benefit: 'Dagpenge', start: -205 },
    contact: { handoverDate: -113, nextDeadline: 45, deadlineType: 'Jobsamtale' },
    meetings: [
      { at: [-105, '09:00'], type: 'Jobsamtale', form: 'Personligt fremmøde', status: 'Afholdt', participants: 'Peter Nørgaard Thygesen', resets: true, note: 'Jobsamtale' },
      { at: [-55, '09:00'], type: 'Jobsamtale', form: 'Video', status: 'Afholdt', participants: 'Peter Nørgaard Thygesen', resets: true, note: 'Jobsamtale' },
    ],
    deadlines: [{ type: 'Jobsamtale', date: 45, lastHeld: -55, status: 'Åben', selfBooking: true }],
    offers: [{ type: 'Løntilskud (privat)', provider: 'Elektrocentralen Øvelse A/S', cvr: '99410098', pNumber: '1999410098', start: -48, end: 90, hoursPerWeek: 37, status: 'Igangværende', vitasId: 'V-51877', granted: -60, purpose: 'Vej til ordinær ansættelse' }],
    plan: { goal: 'Eltekniker', steps: ['Løntilskud', 'Kursus i tavlearbejde'], updated: -50, visibleToCitizen: true, joblogRequired: true },
  },
  {
    slug: 'agnieszka-nowak', name: 'Agnieszka Nowak', born: '1986-05-03', female: true, size: 'ordinary',
    story: 'Dagpenge i syv måneder; kun én samtale efter overtagelsen, og intet tilbud er begyndt.',
    case: { type: 'Dagpenge', targetGroup: '6.1', benefit: 'Dagpenge', start: -216 },
    contact: { handoverDate: -124, nextDeadline: -33, deadlineType: 'Jobsamtale' },
    meetings: [{ at: [-99, '14:00'], type: 'Jobsamtale', form: 'Personligt fremmøde', status: 'Afholdt', participants: 'Agnieszka Nowak', resets: true, note: 'Jobsamtale' }],
    deadlines: [{ type: 'Jobsamtale', date: -33, lastHeld: -99, status: 'Overskredet', selfBooking: true }],
    offers: [{ type: '6 ugers jobrettet uddannelse', provider: 'AMU Prøvestenen', cvr: '99118200', pNumber: null, start: 20, end: 62, hoursPerWeek: 37, status: 'Planlagt', vitasId: null, granted: -3, purpose: 'Regnskabskursus' }],
  },
  {
    slug: 'minh-nguyen', name: 'Minh Nguyen', born: '1995-02-14', female: false, size: 'light',
    story: 'Dagpenge, lige overtaget fra a-kassen. En samtale er holdt, en mere skal nås inden seks måneder.',
    case: { type: 'Dagpenge', targetGroup: '6.1', benefit: 'Dagpenge', start: -130 },
    contact: { handoverDate: -38, nextDeadline: 52, deadlineType: 'Jobsamtale' },
    meetings: [
      { at: [-30, '10:30'], type: 'Jobsamtale', form: 'Personligt fremmøde', status: 'Afholdt', participants: 'Minh Nguyen', resets: true, note: 'Jobsamtale' },
      { at: [21, '10:30'], type: 'Jobsamtale', form: 'Video', status: 'Planlagt', participants: 'Minh Nguyen', resets: false, note: null },
    ],
    deadlines: [{ type: 'Jobsamtale', date: 52, lastHeld: -30, status: 'Åben', selfBooking: true }], offers: [],
  },
  {
    slug: 'freja-lykkegaard', name: 'Freja Lykkegaard', born: '2004-03-03', female: true, size: 'ordinary',
    story: 'Uddannelsesparat på 22 år med uddannelsespålæg; CPR-nummer med dag + 60.',
    case: { type: 'Ungeindsats', targetGroup: '6.4', benefit: 'Kontanthjælp', start: -150, team: 'Team Ung' },
    contact: { nextDeadline: 12, deadlineType: 'Opfølgningssamtale' },
    plan: { goal: 'Pædagogisk assistent', steps: ['Søge ind på EUX', 'Studievalg'], updated: -33, visibleToCitizen: true, joblogRequired: false },
    agreements: [{ text: 'Søger optagelse senest 1. marts', owner: 'Borger', due: 90, status: 'Aftalt' }],
    relations: [{ as: 'mor', role: 'Mor', name: 'Birgit Lykkegaard', born: '1970-10-10' }],
    notes: [{ rowId: 'n-mor', title: 'Samtale med mor til stede', noteType: 'Samtalenotat', eventAt: [-33, '15:00'], body: 'Frejas mor {navn:mor}, cpr {cpr8:mor}, er med som bisidder. Moren har selv sag i kommunen ({cpr11:mor}).' }],
    planted: [{ id: 'cpr-mor', kind: 'third-party-cpr', at: ['n-mor'], question: 'Hvilket fremmed CPR-nummer står i notatet?', answer: '{cpr:mor}', cites: ['n-mor'] }],
  },
  {
    slug: 'yusuf-warsame', name: 'Yusuf Warsame', born: '2002-07-28', female: false, size: 'ordinary',
    story: 'Aktivitetsparat under 30 år. Mor er værge i økonomiske forhold; ydelsen hedder stadig uddannelseshjælp, som er udgået.',
    case: { type: 'Ungeindsats', targetGroup: '6.5', benefit: 'Uddannelseshjælp', start: -420, team: 'Team Ung' },
    citizen: { guardian: 'Hodan Warsame (økonomisk værgemål)', interpreter: 'Somali' },
    offers: [
      { type: 'Mentor', provider: 'Mentorhuset Øst', cvr: '99001845', pNumber: null, start: -160, end: 20, hoursPerWeek: 4, status: 'Igangværende', vitasId: null, granted: -170, purpose: 'Mødestabilitet' },
      { type: 'Danskuddannelse', provider: 'Sprogskolen Alfa', cvr: '99772210', pNumber: null, start: -200, end: 100, hoursPerWeek: 12, status: 'Igangværende', vitasId: null, granted: -210, purpose: 'Modul 4' },
    ],
  },
]
