import type { Story } from '../story.ts'

const jobready = { type: 'Kontanthjælp', targetGroup: '6.2', benefit: 'Kontanthjælp' } as const

/** Sanctions and decisions: guidance before, hearing, reasons, three months. */
export const SANKTION_AFGOERELSE: readonly Story[] = [
  {
    slug: 'mikkel-dam', name: 'Mikkel Dam Svendsen', born: '1993-03-21', female: false, size: 'ordinary',
    story: 'Sanktion i udkast: udeblev for en måned siden, vejledt skriftligt før, partshørt, svarfristen er udløbet, personlig kontakt forsøgt.',
    case: { ...jobready, start: -170 },
    decisions: [{ rowId: 'a-1', id: 'A-50001', status: 'Kladde', type: 'Sanktion', lawRef: 'LAS § 37', date: null, adverse: true, partshøringSent: -24, deadline: -10, answered: -12, outcome: 'Fradrag', reasons: 'Mikkel udeblev uden at give besked og har ikke oplyst en rimelig grund.', appealGuidance: true, event: 'Udeblivelse fra samtale', eventDate: -31, guidanceDate: -168, contactAttempt: -28, sanctionType: 'Fradrag pr. dag (§ 37)', amount: 612, effectuated: null, complaint: null }],
    notes: [{ rowId: 'n-bus', title: 'Opkald fra borger', noteType: 'Telefonnotat', eventAt: [-12, '09:40'], body: 'Mikkel ringer som svar på partshøringen. Han oplyser, at bussen var aflyst den dag, og at hans telefon var løbet tør. Han vil gerne have en ny tid.' }],
    planted: [{ id: 'bus', kind: 'needle', at: ['n-bus'], question: 'Hvad gav Mikkel som grund til, at han udeblev?', answer: 'At bussen var aflyst, og at telefonen var løbet tør for strøm.', cites: ['n-bus'] }],
  },
  {
    slug: 'zeynep-yilmaz', name: 'Zeynep Yılmaz', born: '1985-06-06', female: true, size: 'ordinary',
    story: 'Sanktion i udkast uden forudgående skriftlig vejledning og uden partshøring; hændelsen er fire en halv måned gammel, så fristen er løbet ud.',
    case: { ...jobready, start: -240 },
    decisions: [{ id: 'A-50002', status: 'Kladde', type: 'Sanktion', lawRef: 'LAS § 37', date: null, adverse: true, partshøringSent: null, deadline: null, answered: null, outcome: 'Fradrag', reasons: null, appealGuidance: false, event: 'Udeblivelse fra samtale', eventDate: { months: -5, days: -3 }, guidanceDate: null, contactAttempt: null, sanctionType: 'Fradrag pr. dag (§ 37)', amount: 306, effectuated: null, complaint: null }],
  },
  {
    slug: 'kasper-ravn', name: 'Kasper Ravn', born: '1996-09-12', female: false, size: 'ordinary',
    story: 'Sanktion for manglende joblog: hændelsen er to måneder gammel, vejledt for sent, partshøring løber endnu.',
    case: { ...jobready, start: -130 },
    decisions: [{ id: 'A-50003', status: 'Kladde', type: 'Sanktion', lawRef: 'LAS § 38', date: null, adverse: true, partshøringSent: -3, deadline: 11, answered: null, outcome: 'Punktsanktion', reasons: 'Joblog for september er tom.', appealGuidance: true, event: 'Manglende joblog', eventDate: { months: -2 }, guidanceDate: { months: -1 }, contactAttempt: -20, sanctionType: 'Punktsanktion (§ 38)', amount: 1284, effectuated: null, complaint: null }],
  },
  {
    slug: 'rikke-lund', name: 'Rikke Lund', born: '1988-10-20', female: true, size: 'ordinary',
    story: 'Sanktion gennemført i tide efter vejledning, høring og begrundelse. Klage er modtaget.',
    case: { ...jobready, start: -260 },
    decisions: [{ id: 'A-50004', status: 'Udstedt', type: 'Sanktion', lawRef: 'LAS § 37', date: -70, adverse: true, partshøringSent: -95, deadline: -80, answered: -84, outcome: 'Fradrag', reasons: 'Rikke mødte ikke til samtalen og havde hverken sygdom eller anden rimelig grund efter § 13.', appealGuidance: true, event: 'Udeblivelse fra samtale', eventDate: -104, guidanceDate: -250, contactAttempt: -100, sanctionType: 'Fradrag pr. dag (§ 37)', amount: 306, effectuated: -66, complaint: 'Klage modtaget, sendt til genvurdering' }],
  },
  {
    slug: 'andriy-ibrahim', name: 'Andriy Ibrahim Toft', born: '1977-11-27', female: false, size: 'ordinary',
    story: 'Afgørelse udstedt, før partshøringens frist var udløbet, og uden begrundelse.',
    case: { ...jobready, start: -300 },
    decisions: [
      { id: 'A-50005', status: 'Udstedt', type: 'Tilbud', lawRef: 'LAB § 57', date: -15, adverse: true, partshøringSent: -20, deadline: -6, answered: null, outcome: 'Afslag på selvfundet praktik', reasons: null, appealGuidance: true },
      { id: 'A-50006', status: 'Udstedt', type: 'Tilbud', lawRef: 'LAB § 91', date: -190, adverse: false, outcome: 'Bevilget', reasons: 'Kurset følger målet i Min Plan.', appealGuidance: false },
    ],
  },
  {
    slug: 'christoffer-holm', name: 'Christoffer Holm Bach', born: '1991-04-05', female: false, size: 'light',
    story: 'Afslag udstedt uden partshøring og uden klagevejledning.',
    case: { ...jobready, start: -88 },
    decisions: [{ id: 'A-50007', status: 'Udstedt', type: 'Revalidering', lawRef: 'LAB tidl. kap. 21', date: -22, adverse: true, partshøringSent: null, deadline: null, answered: null, outcome: 'Afslag', reasons: 'Ny revalidering kan ikke bevilges.', appealGuidance: false }],
  },
  {
    slug: 'parisa-rahimi', name: 'Parisa Rahimi Holm', born: '1982-02-22', female: true, size: 'ordinary',
    story: 'Sanktion i udkast: tre hele kalendermåneder efter hændelsen er ved at løbe ud ved månedens slutning.',
    case: { ...jobready, start: -280 },
    decisions: [{ id: 'A-50008', status: 'Kladde', type: 'Sanktion', lawRef: 'LAS § 38', date: null, adverse: true, partshøringSent: -40, deadline: -26, answered: null, outcome: 'Punktsanktion', reasons: 'Parisa har sagt nej til et henvist job og ikke svaret på høringen.', appealGuidance: true, event: 'Afslag på job', eventDate: { months: -3 }, guidanceDate: -270, contactAttempt: -60, sanctionType: 'Punktsanktion (§ 38)', amount: 1284, effectuated: null, complaint: null }],
  },
]
