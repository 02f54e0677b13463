import type { Story } from '../story.ts'

/** Sickness benefit: follow-up, the 26-week exemption, revaluation at 22 weeks, stop. */
export const SYGEDAGPENGE: readonly Story[] = [
  {
    slug: 'kirsten-oesterby', name: 'Kirsten Østerby', born: '1966-02-08', female: true, size: 'ordinary',
    story: 'Sygemeldt fra sit job i 17 uger; hun og arbejdsgiveren venter raskmelding inden 26 uger: undtaget fra opfølgning.',
    case: { type: 'Sygedagpenge', targetGroup: '6.6', benefit: 'Sygedagpenge', start: -119, caseworker: 'Pernille Fog', team: 'Team Sygedagpenge' },
    sick: { firstDay: -119, firstMunicipalDay: -89, employer: 'Plejecenter Solbakken Øvelse', pNumber: '1999220410', extent: 100, formSent: -85, formReturned: -80, expectedReturn: 34, employeeExpectsWeeks: 22, employerExpectsWeeks: 22, specialFollowUp: true, paidWeeks: 12, revaluation: { endOfMonth: 2 }, followUpCount: 0 },
    meetings: [], offers: [],
    notes: [{ rowId: 'n-led', title: 'Oplysningsskema modtaget', noteType: 'Opfølgning sygedagpenge', eventAt: [-80, '11:20'], source: 'NemRefusion', body: 'Kirsten er opereret i venstre knæ den {d:-120} og forventer at være tilbage efter 22 uger. Arbejdsgiveren er enig og har afløser til nytår.' }],
    planted: [{ id: 'knae', kind: 'needle', at: ['n-led'], question: 'Hvilket knæ er Kirsten opereret i?', answer: 'Venstre knæ.', cites: ['n-led'] }],
  },
  {
    slug: 'torben-hviid', name: 'Torben Hviid', born: '1970-12-19', female: false, size: 'ordinary',
    story: 'I job og undtaget fra opfølgning, men de 26 uger er gået, og han er ikke raskmeldt: undtagelsen er udløbet.',
    case: { type: 'Sygedagpenge', targetGroup: '6.6', benefit: 'Sygedagpenge', start: -191, team: 'Team Sygedagpenge' },
    sick: { firstDay: -191, firstMunicipalDay: -161, employer: 'Tømrerfirmaet Spær & Søn', pNumber: '1999551207', extent: 100, formSent: -158, formReturned: -151, expectedReturn: -20, employeeExpectsWeeks: 24, employerExpectsWeeks: 24, specialFollowUp: true, paidWeeks: 23, revaluation: { endOfMonth: 0 }, followUpCount: 0 },
    meetings: [], offers: [],
  },
  {
    slug: 'elif-demir', name: 'Elif Demir', born: '1983-04-27', female: true, size: 'ordinary',
    story: 'I job, undtaget; 24 uger inde i sygemeldingen, så undtagelsen udløber om to uger.',
    case: { type: 'Sygedagpenge', targetGroup: '6.6', benefit: 'Sygedagpenge', start: -168, team: 'Team Sygedagpenge' },
    sick: { firstDay: -168, firstMunicipalDay: -138, employer: 'Grønt & Godt Kantine ApS', pNumber: '1999606312', extent: 50, formSent: -133, formReturned: -128, expectedReturn: 10, employeeExpectsWeeks: 25, employerExpectsWeeks: 25, specialFollowUp: true, paidWeeks: 19, revaluation: { endOfMonth: 1 }, followUpCount: 0 },
    meetings: [], offers: [],
  },
  {
    slug: 'jens-poulsen', name: 'Jens Poulsen', born: '1961-07-07', female: false, size: 'ordinary',
    story: 'Ledig sygemeldt i 28 uger uden en eneste opfølgning i det første halve år; stadig registreret i kategori 3, som er afskaffet.',
    case: { type: 'Sygedagpenge', targetGroup: '6.6', benefit: 'Sygedagpenge', start: -198, team: 'Team Sygedagpenge' },
    sick: { firstDay: -198, firstMunicipalDay: -198, employer: null, extent: 100, category: '3', formSent: -190, formReturned: -171, expectedReturn: null, employeeExpectsWeeks: 40, specialFollowUp: false, paidWeeks: 24, revaluation: { endOfMonth: -1 }, revaluationDone: null, followUpCount: 0 },
    meetings: [{ at: [-100, '09:00'], type: 'Opfølgningssamtale', form: 'Telefon', status: 'Udeblevet', participants: 'Tina Højlund', resets: false, note: null }], offers: [],
    notes: [{ rowId: 'n-hoejre', title: 'Statusattest modtaget', noteType: 'Lægelige oplysninger', eventAt: [-60, '08:00'], source: 'Scanning', hasAttachment: true, body: 'Attesten beskriver smerter i højre skulder efter fald fra stige. Lægen venter fuld bedring.' }],
    documents: [{ rowId: 'd-venstre', title: 'Statusattest LÆ 125', docType: 'LÆ 125 statusattest', date: -60, from: 'Fra Lægerne Klokkespillet', pages: 2, fileName: 'LAE125.pdf', note: 'Statusattest modtaget' }],
    planted: [{ id: 'skulder', kind: 'document-contradicts', at: ['n-hoejre', 'd-venstre'], question: 'Hvilken skulder drejer attesten sig om?', answer: 'Notatet siger højre skulder, attesten siger venstre skulder.', cites: ['n-hoejre', 'd-venstre'] }],
  },
  {
    slug: 'samira-rahimi', name: 'Samira Rahimi', born: '1978-10-31', female: true, size: 'ordinary',
    story: 'Ledig sygemeldt i tolv uger, én opfølgningssamtale holdt, opfølgningen er i orden. Nærmer sig ikke revurdering endnu.',
    case: { type: 'Sygedagpenge', targetGroup: '6.6', benefit: 'Sygedagpenge', start: -84, team: 'Team Sygedagpenge' },
    sick: { firstDay: -84, firstMunicipalDay: -84, employer: null, extent: 100, formSent: -80, formReturned: -74, expectedReturn: 60, employeeExpectsWeeks: 20, specialFollowUp: false, paidWeeks: 12, revaluation: { endOfMonth: 2 }, followUpCount: 1 },
    meetings: [{ at: [-42, '11:00'], type: 'Opfølgningssamtale', form: 'Personligt fremmøde', status: 'Afholdt', participants: 'Samira Rahimi', resets: true, note: 'Opfølgningssamtale' }], offers: [],
  },
  {
    slug: 'lone-bach', name: 'Lone Bach Mikkelsen', born: '1974-06-12', female: true, size: 'ordinary',
    story: '19 udbetalte uger: revurderingen nærmer sig, og attester skal være bestilt. Ingen opfølgning endnu.',
    case: { type: 'Sygedagpenge', targetGroup: '6.6', benefit: 'Sygedagpenge', start: -140, team: 'Team Sygedagpenge' },
    sick: { firstDay: -140, firstMunicipalDay: -133, employer: null, extent: 100, formSent: -10, formReturned: null, expectedReturn: null, employeeExpectsWeeks: 30, specialFollowUp: false, paidWeeks: 19, revaluation: { endOfMonth: 0 }, followUpCount: 0, statusCertificate: null },
    meetings: [{ at: [9, '10:00'], type: 'Opfølgningssamtale', form: 'Personligt fremmøde', status: 'Planlagt', participants: 'Lone Bach Mikkelsen', resets: false, note: null }], offers: [],
  },
  {
    slug: 'carsten-svendsen', name: 'Carsten Svendsen', born: '1963-03-29', female: false, size: 'heavy',
    story: 'Revurderet i tide, partshørt og stoppet ved en gyldig afgørelse; klagevejledning givet.',
    case: { type: 'Sygedagpenge', targetGroup: '6.6', benefit: 'Sygedagpenge', start: -230, end: -5, status: 'Passiv', team: 'Team Sygedagpenge' },
    sick: { firstDay: -230, firstMunicipalDay: -230, employer: null, extent: 100, formSent: -226, formReturned: -220, employeeExpectsWeeks: 30, specialFollowUp: false, paidWeeks: 23, revaluation: { endOfMonth: -1 }, revaluationDone: -45, followUpCount: 2, stopDate: -5, stopDecided: -12, stopHearingSent: -35, statusCertificate: -58 },
    decisions: [{ rowId: 'a-1', id: 'A-30117', status: 'Udstedt', type: 'Stop af sygedagpenge', lawRef: 'SDL § 24', date: -12, adverse: true, partshøringSent: -35, deadline: -20, answered: -22, outcome: 'Ophør', reasons: 'Der er udbetalt sygedagpenge i mere end 22 uger, og ingen af forlængelsesreglerne i § 27 er opfyldt. Statusattesten beskriver ikke en afsluttet behandling inden for 134 uger.', appealGuidance: true }],
  },
  {
    slug: 'oksana-petrenko', name: 'Oksana Petrenko', born: '1989-01-16', female: true, size: 'ordinary',
    story: 'Ydelsen ophørte for ti dage siden, uden at der er truffet en afgørelse: udbetalingen skal fortsætte.',
    case: { type: 'Sygedagpenge', targetGroup: '6.6', benefit: 'Sygedagpenge', start: -182, team: 'Team Sygedagpenge' }, citizen: { interpreter: 'Ukrainsk' },
    sick: { firstDay: -182, firstMunicipalDay: -182, employer: null, extent: 100, formSent: -178, formReturned: -170, employeeExpectsWeeks: 30, specialFollowUp: false, paidWeeks: 24, revaluation: { endOfMonth: -1 }, revaluationDone: -30, followUpCount: 1, stopDate: -10, stopDecided: null, stopHearingSent: -18 },
    meetings: [{ at: [-120, '11:00'], type: 'Opfølgningssamtale', form: 'Video', status: 'Afholdt', participants: 'Oksana Petrenko, tolk', resets: true, note: 'Opfølgning med tolk' }], offers: [],
    decisions: [{ id: 'A-30220', status: 'Kladde', type: 'Stop af sygedagpenge', lawRef: 'SDL § 24', date: null, adverse: true, partshøringSent: -18, deadline: -4, answered: null, outcome: 'Ophør', reasons: null, appealGuidance: false }],
  },
  {
    slug: 'rasmus-skovgaard', name: 'Rasmus Skovgaard', born: '1981-09-04', female: false, size: 'ordinary',
    story: '22 uger er nået, ophør er planlagt ved månedens udgang; partshøring er sendt, afgørelsen mangler. Forlængelse overvejes.',
    case: { type: 'Sygedagpenge', targetGroup: '6.6', benefit: 'Sygedagpenge', start: -165, team: 'Team Sygedagpenge' },
    sick: { firstDay: -165, firstMunicipalDay: -158, employer: 'Malermester Prik', pNumber: '1999710024', extent: 60, formSent: -155, formReturned: -149, employeeExpectsWeeks: 30, employerExpectsWeeks: 28, specialFollowUp: false, paidWeeks: 22, revaluation: { endOfMonth: 0 }, revaluationDone: null, followUpCount: 2, stopDate: { endOfMonth: 0 }, stopDecided: null, stopHearingSent: -6, extensionRule: 'SDL § 27, stk. 1, nr. 2' },
    meetings: [
      { at: [-110, '11:00'], type: 'Opfølgningssamtale', form: 'Video', status: 'Afholdt', participants: 'Rasmus Skovgaard', resets: true, note: 'Opfølgning' },
      { at: [-50, '11:00'], type: 'Opfølgningssamtale', form: 'Personligt fremmøde', status: 'Afholdt', participants: 'Rasmus Skovgaard, Malermester Prik', resets: true, note: 'Opfølgning' },
    ], offers: [],
  },
  {
    slug: 'hanne-aagaard', name: 'Hanne Aagaard', born: '1969-11-11', female: true, size: 'ordinary',
    story: 'Var undtaget fra opfølgning og er raskmeldt inden de 26 uger.',
    case: { type: 'Sygedagpenge', targetGroup: '6.6', benefit: 'Sygedagpenge', start: -201, end: -31, status: 'Passiv', team: 'Team Sygedagpenge' },
    sick: { firstDay: -201, firstMunicipalDay: -171, employer: 'Børnehuset Regndråben', pNumber: '1999440231', extent: 100, formSent: -168, formReturned: -160, expectedReturn: -31, employeeExpectsWeeks: 24, employerExpectsWeeks: 24, specialFollowUp: true, paidWeeks: 20, revaluation: { endOfMonth: 0 }, followUpCount: 0, recovered: -31 },
    meetings: [], offers: [],
  },
]
