import type { Story } from '../story.ts'

const jobready = { type: 'Kontanthjælp', targetGroup: '6.2', benefit: 'Kontanthjælp' } as const
const sickLeave = { type: 'Sygedagpenge', targetGroup: '6.6', benefit: 'Sygedagpenge', team: 'Team Sygedagpenge' } as const

/** Cases that stand on the one side or the other of a line: exemptions, access, certificates, mentor, intensified talks. */
export const GRAENSER: readonly Story[] = [
  {
    slug: 'thi-lan-nguyen', name: 'Thi Lan Nguyen', born: '1988-08-28', female: true, size: 'light',
    story: 'Undtages efter 25 pct.-reglen om fem dage; begrundelsen skal skrives inden. Indsigt efter GDPR er besvaret i tide.',
    case: { ...jobready, start: -25 }, citizen: { interpreter: 'Vietnamesisk' },
    contact: { exempted25pct: true, exemptionReason: null, exemptionDate: 5 },
    meetings: [{ at: [-18, '10:00'], type: 'Jobsamtale', form: 'Personligt fremmøde', status: 'Afholdt', participants: 'Thi Lan Nguyen, tolk', resets: true, note: 'Første jobsamtale' }], offers: [],
    access: { requestId: 'AI-2022', law: 'GDPR15', requester: 'Borgeren', received: -23, dueBy: { months: 1, days: -23 }, decided: -9, scope: 'Alle oplysninger', period: 'Alle' },
  },
  {
    slug: 'robert-quist', name: 'Robert Quist Lund', born: '1976-02-16', female: false, size: 'ordinary',
    story: 'Bad om indsigt efter GDPR for seks uger siden; ingen besked og intet svar.',
    case: { type: 'Kontanthjælp', targetGroup: '6.3', benefit: 'Kontanthjælp', start: -380 },
    access: { requestId: 'AI-1987', law: 'GDPR15', requester: 'Borgeren', received: -45, dueBy: { months: 1, days: -45 }, decided: null, noticeSent: null, scope: 'Log over opslag og alle notater', period: 'Alle' },
  },
  {
    slug: 'ruta-nowak', name: 'Ruta Nowak Toft', born: '1984-06-21', female: true, size: 'light',
    story: 'Sygemeldt fra sit job i tre uger; oplysningsskemaet er sendt for fire dage siden, og undtagelsen er ikke registreret. En avis har bedt om aktindsigt.',
    case: { ...sickLeave, start: -21 },
    sick: { firstDay: -21, firstMunicipalDay: 9, employer: 'Hotel Fyrskibet', pNumber: '1999120034', extent: 100, formSent: -4, formReturned: null, expectedReturn: 50, employeeExpectsWeeks: 10, employerExpectsWeeks: 9, specialFollowUp: false, paidWeeks: 0, followUpCount: 0 },
    meetings: [], offers: [], access: { requestId: 'AI-2040', law: 'OFL', requester: 'Andre (avis)', received: { workdays: -3 }, dueBy: { workdays: 4 }, decided: null, noticeSent: null, scope: 'Mails med leverandør', period: '2026' },
  },
  {
    slug: 'lars-overgaard', name: 'Lars Overgaard Vestergaard', born: '1967-09-17', female: false, size: 'ordinary',
    story: 'Sygemeldt fra job i elleve uger; alle venter ham rask før 26 uger, men undtagelsen er aldrig registreret. Aktindsigt fra en forening er over fristen.',
    case: { ...sickLeave, start: -80 },
    sick: { firstDay: -80, firstMunicipalDay: -50, employer: 'Nordhavn Lager & Logistik ApS', pNumber: '1999880123', extent: 100, formSent: -47, formReturned: -41, expectedReturn: 40, employeeExpectsWeeks: 17, employerExpectsWeeks: 18, specialFollowUp: false, paidWeeks: 7, followUpCount: 0 },
    meetings: [], offers: [], access: { requestId: 'AI-2025', law: 'OFL', requester: 'Andre (forening)', received: { workdays: -11 }, dueBy: { workdays: -4 }, decided: null, noticeSent: null, scope: 'Kontrakter', period: '2025–2026' },
  },
  {
    slug: 'hamid-rahimi', name: 'Hamid Rahimi', born: '1979-04-13', female: false, size: 'ordinary',
    story: 'Aktivitetsparat med tre sanktionssager: én med personlig kontakt forsøgt, én uden, og én udstedt efter § 40 a, som ikke må bruges.',
    case: { type: 'Kontanthjælp', targetGroup: '6.3', benefit: 'Kontanthjælp', start: -700 }, citizen: { interpreter: 'Dari' },
    decisions: [
      { id: 'A-60001', status: 'Kladde', type: 'Sanktion', lawRef: 'LAS § 37', date: null, adverse: true, partshøringSent: -20, deadline: -6, answered: -8, outcome: 'Fradrag', reasons: 'Hamid mødte ikke. Han har forklaret, at han havde fået forkert tid.', appealGuidance: true, event: 'Udeblivelse fra samtale', eventDate: -30, guidanceDate: -600, contactAttempt: -27, sanctionType: 'Fradrag pr. dag (§ 37)', amount: 306 },
      { id: 'A-60002', status: 'Kladde', type: 'Sanktion', lawRef: 'LAS § 38', date: null, adverse: true, partshøringSent: -9, deadline: 5, answered: null, outcome: 'Punktsanktion', reasons: null, appealGuidance: false, event: 'Udeblivelse fra tilbud', eventDate: -15, guidanceDate: -600, contactAttempt: null, sanctionType: 'Punktsanktion (§ 38)', amount: 1284 },
      { id: 'A-60003', status: 'Udstedt', type: 'Sanktion', lawRef: 'LAS § 40 a', date: -50, adverse: true, partshøringSent: -75, deadline: -60, answered: null, outcome: 'Skærpet rådighedssanktion', reasons: 'Gentagne udeblivelser fra tilbud.', appealGuidance: true, event: 'Udeblivelse fra tilbud', eventDate: -82, guidanceDate: -600, contactAttempt: null, sanctionType: 'Skærpet rådighedssanktion (§ 40 a)', amount: 4100, effectuated: -45 },
    ],
  },
  {
    slug: 'birgit-bruun', name: 'Birgit Bruun Poulsen', born: '1963-12-03', female: true, size: 'ordinary',
    story: '18 udbetalte uger og to måneder til revurderingen: tid til at bestille statusattest.',
    case: { ...sickLeave, start: -129 },
    sick: { firstDay: -129, firstMunicipalDay: -126, employer: null, extent: 100, formSent: -122, formReturned: -118, employeeExpectsWeeks: 30, specialFollowUp: false, paidWeeks: 18, revaluation: { endOfMonth: 2 }, followUpCount: 1, statusCertificate: null },
    meetings: [{ at: [-60, '09:30'], type: 'Opfølgningssamtale', form: 'Personligt fremmøde', status: 'Afholdt', participants: 'Birgit Bruun Poulsen', resets: true, note: 'Opfølgningssamtale' }], offers: [],
  },
  {
    slug: 'malik-demir', name: 'Malik Demir', born: '1985-03-19', female: false, size: 'ordinary',
    story: '20 udbetalte uger; statusattesten er hentet, og revurderingen er forberedt.',
    case: { ...sickLeave, start: -143 },
    sick: { firstDay: -143, firstMunicipalDay: -140, employer: null, extent: 60, formSent: -136, formReturned: -130, employeeExpectsWeeks: 28, specialFollowUp: false, paidWeeks: 20, revaluation: { endOfMonth: 1 }, followUpCount: 1, statusCertificate: -12 },
    meetings: [{ at: [-70, '13:30'], type: 'Opfølgningssamtale', form: 'Telefon', status: 'Afholdt', participants: 'Malik Demir', resets: true, note: 'Opfølgningssamtale' }], offers: [],
    decisions: [{ id: 'A-60010', status: 'Udstedt', type: 'Ressourceforløb', lawRef: 'LAB tidl. kap. 19', date: -31, adverse: true, partshøringSent: -60, deadline: -46, answered: -50, outcome: 'Afslag', reasons: 'Nye ressourceforløb kan ikke bevilges efter 1. juli 2026.', appealGuidance: true }],
  },
  {
    slug: 'ida-ravn', name: 'Ida Ravn Mikkelsen', born: '1990-11-08', female: true, size: 'ordinary',
    story: 'Korte tilbud på under to uger og to mentorforløb, der varer længere end seks måneder.',
    case: { ...jobready, start: -240 },
    meetings: [
      { at: [-230, '09:00'], type: 'Jobsamtale', form: 'Personligt fremmøde', status: 'Afholdt', participants: 'Ida Ravn Mikkelsen', resets: true, note: 'Jobsamtale' },
      { at: [-180, '09:00'], type: 'Jobsamtale', form: 'Personligt fremmøde', status: 'Afholdt', participants: 'Ida Ravn Mikkelsen', resets: true, note: 'Jobsamtale' },
      { at: [-130, '09:00'], type: 'Jobsamtale', form: 'Video', status: 'Afholdt', participants: 'Ida Ravn Mikkelsen', resets: true, note: 'Jobsamtale' },
      { at: [-90, '09:00'], type: 'Jobsamtale', form: 'Video', status: 'Afholdt', participants: 'Ida Ravn Mikkelsen', resets: true, note: 'Jobsamtale' },
    ],
    offers: [
      { type: 'Virksomhedspraktik', provider: 'Bageriet Sigtebroen', cvr: '99550091', pNumber: '1999550091', start: -4, end: 4, hoursPerWeek: 25, status: 'Igangværende', vitasId: 'V-55510', granted: -10, purpose: 'Snusepraktik' },
      { type: 'Virksomhedspraktik', provider: 'Frisør Saks & Søn', cvr: '99550143', pNumber: '1999550143', start: -60, end: -53, hoursPerWeek: 30, status: 'Afsluttet', vitasId: 'V-54002', granted: -70, purpose: 'Snusepraktik' },
      { type: 'Mentor', provider: 'Mentorhuset Øst', cvr: '99001845', pNumber: null, start: -100, end: 110, hoursPerWeek: 2, status: 'Igangværende', vitasId: null, granted: -104, purpose: 'Post og økonomi' },
      { type: 'Mentor', provider: 'Kompetencegården', cvr: '99001912', pNumber: null, start: -205, end: 30, hoursPerWeek: 3, status: 'Igangværende', vitasId: null, granted: -210, purpose: 'Mødestabilitet' },
    ],
  },
  {
    slug: 'torben-ravn', name: 'Torben Ravn Aagaard', born: '1969-06-09', female: false, size: 'ordinary',
    story: 'Dagpenge i femten måneder: samtalen om intensiveret indsats skal holdes inden den næste måned er gået.',
    case: { type: 'Dagpenge', targetGroup: '6.1', benefit: 'Dagpenge', start: { months: -15 } }, contact: { handoverDate: { months: -12 } },
  },
  {
    slug: 'hanne-thygesen', name: 'Hanne Thygesen Kjeldsen', born: '1972-01-27', female: true, size: 'ordinary',
    story: 'Dagpenge i sytten måneder uden samtale om intensiveret indsats.',
    case: { type: 'Dagpenge', targetGroup: '6.1', benefit: 'Dagpenge', start: { months: -17 } }, contact: { handoverDate: { months: -14 } },
  },
  {
    slug: 'mehmet-kaya', name: 'Mehmet Kaya Bach', born: '1975-10-04', female: false, size: 'ordinary',
    story: 'Dagpenge i atten måneder; samtalen om intensiveret indsats er holdt.',
    case: { type: 'Dagpenge', targetGroup: '6.1', benefit: 'Dagpenge', start: { months: -18 } }, contact: { handoverDate: { months: -15 } },
    meetings: [
      { at: [{ months: -15, days: 10 }, '10:00'], type: 'Jobsamtale', form: 'Personligt fremmøde', status: 'Afholdt', participants: 'Mehmet Kaya Bach', resets: true, note: 'Jobsamtale' },
      { at: [{ months: -13 }, '10:00'], type: 'Jobsamtale', form: 'Video', status: 'Afholdt', participants: 'Mehmet Kaya Bach', resets: true, note: 'Jobsamtale' },
      { at: [{ months: -3 }, '10:00'], type: 'Samtale om intensiveret indsats', form: 'Personligt fremmøde', status: 'Afholdt', participants: 'Mehmet Kaya Bach, a-kasse', resets: true, note: 'Intensiveret indsats' },
    ],
  },
  {
    slug: 'louise-hviid', name: 'Louise Hviid Krogh', born: '1968-07-31', female: true, size: 'ordinary',
    story: 'Fleksjobsag med møde om knap tre uger; lægens vurdering (LÆ 265) er ikke hentet, og et ressourceforløb er lagt i udkast.',
    case: { type: 'Fleksjob', targetGroup: '6.3', benefit: 'Kontanthjælp', start: -430, team: 'Team Fleks og afklaring' },
    prep: { template: 'Samlet beskrivelse', subject: 'Fleksjob', status: 'Kladde', pages: 4, pageLimit: 12, meetingDate: 18, le265: null, adviceRequested: null, adviceReceived: null, decisionDrafted: null },
    sections: [{ title: 'Uddannelse og beskæftigelse', text: 'Uddannet pædagog, 20 år i børnehave.', status: 'Klar' }, { title: 'Helbred', text: null, status: 'Ikke begyndt' }],
    decisions: [{ id: 'A-60020', status: 'Kladde', type: 'Ressourceforløb', lawRef: 'LAB tidl. kap. 19', date: null, adverse: false, outcome: 'Bevilling', reasons: null, appealGuidance: false }],
  },
  {
    slug: 'bjarne-poulsen', name: 'Bjarne Poulsen Holm', born: '1960-02-02', female: false, size: 'ordinary',
    story: 'Førtidspensionssag: afgørelse udarbejdet uden LÆ 265; et ressourceforløb blev bevilget, efter at de er afskaffet.',
    case: { type: 'Førtidspension', targetGroup: '6.3', benefit: 'Kontanthjælp', start: -980, team: 'Team Fleks og afklaring' },
    prep: { template: 'Samlet beskrivelse', subject: 'Førtidspension', status: 'Klar', pages: 10, pageLimit: 12, meetingDate: -15, hearingSent: -12, le265: null, adviceRequested: -60, adviceReceived: -20, decisionDrafted: -6 },
    sections: [{ title: 'Uddannelse og beskæftigelse', text: 'Smed i 30 år.', status: 'Klar' }, { title: 'Helbred', text: 'KOL og slidgigt i begge hænder.', status: 'Klar' }],
    decisions: [{ id: 'A-60021', status: 'Udstedt', type: 'Ressourceforløb', lawRef: 'LAB tidl. kap. 19', date: -40, adverse: false, outcome: 'Bevilling', reasons: 'Udvikling af arbejdsevnen.', appealGuidance: true }],
  },
]
