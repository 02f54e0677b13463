import type { Story } from '../story.ts'

const SECTIONS = ['Uddannelse og beskæftigelse', 'Ressourcer og netværk', 'Udfordringer i forhold til job', 'Sociale forhold', 'Helbred', 'Borgerens egne ønsker', 'Hidtidig indsats', 'Mål for job eller uddannelse']
const texts = (...parts: readonly string[]) => SECTIONS.map((title, index) => ({ title, text: parts[index] ?? null, status: parts[index] ? ('Godkendt af borger' as const) : ('Ikke begyndt' as const) }))

/** Fleksjob, early retirement pension, clarification: samlet beskrivelse and health advice before a decision. */
export const FLEKS_PENSION: readonly Story[] = [
  {
    slug: 'birgit-overgaard', name: 'Birgit Overgaard', born: '1967-05-25', female: true, size: 'heavy',
    story: 'Fleksjobsag: samlet beskrivelse er godkendt, sundhedsfaglig rådgivning modtaget, afgørelse udarbejdet. Klar.',
    case: { type: 'Fleksjob', targetGroup: '6.3', benefit: 'Kontanthjælp', start: -900, team: 'Team Fleks og afklaring' },
    prep: { template: 'Samlet beskrivelse', subject: 'Fleksjob', status: 'Godkendt af borger', pages: 8, pageLimit: 12, meetingDate: -40, hearingSent: -38, le265: -95, adviceRequested: -80, adviceReceived: -52, decisionDrafted: -9 },
    sections: texts('Uddannet kontorassistent 1988. Har arbejdet 22 år i Kontorhuset Kompas.', 'Gift, to voksne børn, aktiv i haveforening.', 'Kan arbejde 6–8 timer om ugen med pauser.', 'Stabil bolig og økonomi.', 'Leddegigt siden 2017, i biologisk behandling.', 'Vil gerne blive i kontorarbejde på få timer.', 'To praktikker, begge gennemført med 6 timer om ugen.', 'Fleksjob som kontorassistent.'),
    decisions: [{ id: 'A-41001', status: 'Kladde', type: 'Fleksjob', lawRef: 'LAB § 116', date: null, adverse: false, outcome: 'Bevilling', reasons: 'Arbejdsevnen er varigt og væsentligt nedsat i alle erhverv; se samlet beskrivelse afsnit 3 og 5.', appealGuidance: true }],
    tasks: [{ title: 'Forelæg rehabiliteringsteam', category: 'Møde', due: 20, status: 'Planlagt', caseType: 'Fleksjob', owner: 'Lejla Begovic', team: 'Team Fleks og afklaring', source: 'Fasit' }],
  },
  {
    slug: 'ole-rasmussen', name: 'Ole Rasmussen Quist', born: '1960-08-02', female: false, size: 'heavy',
    story: 'Førtidspensionssag: afgørelse er lagt som udkast, men den samlede beskrivelse er kun kladde, og klinisk funktion har ikke svaret.',
    case: { type: 'Førtidspension', targetGroup: '6.3', benefit: 'Kontanthjælp', start: -1500, team: 'Team Fleks og afklaring' },
    prep: { template: 'Samlet beskrivelse', subject: 'Førtidspension', status: 'Kladde', pages: 5, pageLimit: 12, meetingDate: 12, hearingSent: null, le265: -260, adviceRequested: -35, adviceReceived: null, decisionDrafted: -4 },
    sections: texts('Murer fra 1982, eget firma til 2011.', 'Bor alene, ser sin datter hver uge.', 'Kan højst arbejde to timer om ugen.', ''),
    decisions: [{ id: 'A-41002', status: 'Kladde', type: 'Førtidspension', lawRef: 'LSP § 16', date: null, adverse: false, outcome: 'Tilkendelse', reasons: null, appealGuidance: true }],
    relations: [{ as: 'datter', role: 'Barn', name: 'Pia Rasmussen', born: '1989-12-01' }],
  },
  {
    slug: 'marjun-joensen', name: 'Marjun Joensen', born: '1976-07-15', female: true, size: 'ordinary',
    story: 'Fleksjobsag under udarbejdelse: samlet beskrivelse er i gang, rådgivning er anmodet, og der er endnu intet udkast til afgørelse.',
    case: { type: 'Fleksjob', targetGroup: '6.7', benefit: 'Ressourceforløbsydelse', start: -600, team: 'Team Fleks og afklaring' },
    prep: { template: 'Samlet beskrivelse', subject: 'Fleksjob', status: 'Kladde', pages: 6, pageLimit: 12, meetingDate: 25, le265: -40, adviceRequested: -12, adviceReceived: null, decisionDrafted: null },
    sections: texts('Sygehjælper, 15 år på plejehjem.', 'Kor og kirke.', 'Udtrættes efter to timer.'),
  },
  {
    slug: 'dawit-tesfay', name: 'Dawit Tesfay', born: '1980-02-28', female: false, size: 'ordinary',
    story: 'Ledighedsydelse, visiteret til fleksjob: kun to samtaler efter fem måneder, tilbud i gang.',
    case: { type: 'Fleksjob', targetGroup: '6.9', benefit: 'Ledighedsydelse', start: -155, team: 'Team Fleks og afklaring' }, citizen: { interpreter: 'Tigrinya' },
    contact: { nextDeadline: 24, deadlineType: 'Jobsamtale' },
    meetings: [
      { at: [-148, '09:00'], type: 'Jobsamtale', form: 'Personligt fremmøde', status: 'Afholdt', participants: 'Dawit Tesfay, tolk', resets: true, note: 'Jobsamtale' },
      { at: [-80, '09:00'], type: 'Jobsamtale', form: 'Personligt fremmøde', status: 'Afholdt', participants: 'Dawit Tesfay, tolk', resets: true, note: 'Jobsamtale' },
    ],
    prep: { template: 'Samlet beskrivelse', subject: 'Tilskud til selvstændige', status: 'Ikke begyndt', pages: 0, pageLimit: 12 },
    offers: [{ type: 'Virksomhedspraktik', provider: 'Vaskeriet Hvidt Skum I/S', cvr: '99812034', pNumber: '1999812034', start: -40, end: 16, hoursPerWeek: 8, status: 'Igangværende', vitasId: 'V-53001', granted: -50, purpose: 'Fleksjobmatch' }],
  },
  {
    slug: 'gitte-bjerregaard', name: 'Gitte Bjerregaard', born: '1971-01-09', female: true, size: 'ordinary',
    story: 'Jobafklaring, som udløber snart; rehabiliteringsplanens gamle skabelon er brugt, og en hjælpemiddelafgørelse mangler klagevejledning.',
    case: { type: 'Jobafklaring', targetGroup: '6.7', benefit: 'Ressourceforløbsydelse', start: -690, end: 41, team: 'Team Sygedagpenge' },
    prep: { template: 'Rehabiliteringsplan – forberedende del', subject: 'Jobafklaring', status: 'Klar', pages: 9, pageLimit: 10, meetingDate: -300, hearingSent: -320, le265: -340, adviceRequested: -330, adviceReceived: -310, decisionDrafted: null },
    sections: texts('Køkkenassistent.', 'Stort netværk.', 'Smerter i nakken.', 'Ingen.', 'Diskusprolaps 2023.', 'Vil tilbage til køkken.', 'Praktik 4 timer.', 'Deltid.'),
    decisions: [{ id: 'A-41005', status: 'Udstedt', type: 'Hjælpemiddel', lawRef: 'LAB § 100', date: -50, adverse: true, partshøringSent: -80, deadline: -64, answered: null, outcome: 'Delvist afslag', reasons: 'Hæve-sænkebord bevilges, stol bevilges ikke, da den er sædvanlig på arbejdspladsen.', appealGuidance: false }],
    cases: [{ number: 'S24-10117', type: 'Sygedagpenge', targetGroup: '6.6', status: 'Afsluttet', start: -1000, end: -690, caseworker: 'Pernille Fog', primary: false }],
  },
  {
    slug: 'naja-olsvig', name: 'Naja Olsvig', born: '1965-04-18', female: true, size: 'light',
    story: 'Førtidspensionist med skånejob; kun få poster, ingen frister.',
    case: { type: 'Førtidspension', targetGroup: '6.11', benefit: 'Førtidspension', start: -330 }, offers: [], meetings: [],
  },
  {
    slug: 'ivan-kaya', name: 'Ivan Kaya Møller', born: '1982-12-30', female: false, size: 'ordinary',
    story: 'Fleksjobsag med afslag i udkast: beskrivelse klar, rådgivning modtaget, men partshøringens svarfrist løber endnu.',
    case: { type: 'Fleksjob', targetGroup: '6.3', benefit: 'Kontanthjælp', start: -500, team: 'Team Fleks og afklaring' },
    prep: { template: 'Samlet beskrivelse', subject: 'Fleksjob', status: 'Klar', pages: 7, pageLimit: 12, meetingDate: -20, hearingSent: -8, le265: -70, adviceRequested: -60, adviceReceived: -28, decisionDrafted: -8 },
    sections: texts('Chauffør.', 'Familie i byen.', 'Kan arbejde 25 timer.', 'Gæld.', 'Søvnapnø, i behandling.', 'Vil have fleksjob.', 'Praktik 25 timer.', 'Ordinært arbejde på nedsat tid.'),
    decisions: [{ id: 'A-41007', status: 'Kladde', type: 'Fleksjob', lawRef: 'LAB § 116', date: null, adverse: true, partshøringSent: -8, deadline: 7, answered: null, outcome: 'Afslag', reasons: 'Praktikken viser 25 timer om ugen; arbejdsevnen er ikke væsentligt nedsat i alle erhverv.', appealGuidance: true }],
  },
]
