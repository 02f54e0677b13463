/**
 * Building blocks of journal notes. Slots: {fornavn} the citizen · {sb} the caseworker · {firma} {kursus} {laege} invented
 * places · {dato} {dato2} days after the note, {foer} one before · {kollega} another caseworker · {n} a small number · {t} hours a week.
 */
export interface NoteKind {
  readonly type: string
  readonly titles: readonly string[]
  readonly sources: readonly string[]
  readonly sentences: readonly string[]
}

export const NOTE_KINDS: readonly NoteKind[] = [
  {
    type: 'Samtalenotat',
    titles: ['Jobsamtale', 'Opfølgningssamtale', 'Samtale afholdt', 'Jobsamtale – status på aftaler'],
    sources: ['Fasit', 'Planner'],
    sentences: [
      '{fornavn} møder til aftalt tid og virker godt forberedt.',
      'Vi gennemgår det, vi aftalte sidst, og ser på, hvad der er sket siden.',
      '{fornavn} fortæller, at det går bedre med at komme op om morgenen, men at der stadig er dage, hvor det er svært.',
      'Har søgt {n} stillinger siden sidst, heraf to opfordrede hos {firma}.',
      'Der er talt om mulighederne for en praktik hos {firma} med henblik på ordinære timer.',
      '{fornavn} ønsker helst arbejde inden for lager eller køkken og kan køre op til 45 minutter hver vej.',
      'Oplever, at lange pauser mellem samtalerne gør det sværere at holde fast.',
      'Vi taler om, hvad der skal til for, at {fornavn} kan begynde med få timer og bygge op.',
      'CV er gennemgået, og der mangler stadig en beskrivelse af den seneste ansættelse.',
      'Aftale: {fornavn} kontakter {firma} inden {dato} og giver besked om udfaldet.',
      'Næste samtale er aftalt til {dato2}; indkaldelse sendes i Digital Post.',
      '{fornavn} spørger til reglerne for ferie, og der er vejledt om varsling.',
      'Er vejledt om pligten til at stå til rådighed og om følgerne af udeblivelse.',
      'Det vigtigste for {fornavn} selv er at komme ud blandt kolleger igen.',
      'Økonomien fylder, og der er henvist til den kommunale gældsrådgivning.',
    ],
  },
  {
    type: 'Telefonnotat',
    titles: ['Telefonsamtale', 'Opkald fra borger', 'Tlf.: ændring af tid', 'Ringet op, ikke truffet'],
    sources: ['Fasit'],
    sentences: [
      '{fornavn} ringer og fortæller, at tiden den {dato} ikke passer på grund af lægebesøg.',
      'Der er fundet en ny tid den {dato2}.',
      'Ringet til {fornavn} kl. 9.15 og igen kl. 13.40 uden at få svar; besked lagt på telefonsvarer.',
      '{fornavn} vil gerne vide, hvornår der er svar på ansøgningen om kørsel.',
      'Talt med {firma}, som bekræfter, at {fornavn} har været der til en snak.',
      'Lover at vende tilbage i næste uge.',
      'Er vejledt om, at ændringer i økonomien skal oplyses til ydelsesafdelingen.',
      'Samtalen blev afbrudt, prøver igen i morgen.',
    ],
  },
  {
    type: 'Rådighedsnotat',
    titles: ['Rådighedsvurdering', 'Vurdering af rådighed', 'Joblog gennemgået'],
    sources: ['Fasit', 'Jobnet'],
    sentences: [
      'Joblog er gennemgået for den seneste måned; der er {n} registreringer.',
      'Det vurderes, at {fornavn} står til rådighed.',
      'Der er spurgt ind til, hvorfor der ikke er søgt i uge 3, og {fornavn} oplyser sygdom i familien.',
      'Der er ikke anledning til at foretage sig yderligere.',
      'Er opfordret til også at søge stillinger uden for det foretrukne område.',
      'CV er opdateret og søgbart.',
    ],
  },
  {
    type: 'Opfølgning sygedagpenge',
    titles: ['Opfølgningssamtale', 'Status på sygemelding', 'Opfølgning, telefonisk'],
    sources: ['Fasit', 'NemRefusion'],
    sentences: [
      '{fornavn} er fortsat sygemeldt med smerter i ryg og skulder og går til fysioterapi to gange om ugen.',
      'Arbejdsgiveren er i løbende dialog og tilbyder delvis genoptagelse af arbejdet.',
      'Der er endnu ikke en dato for raskmelding.',
      '{fornavn} forventer at kunne arbejde 10 timer om ugen fra {dato}.',
      'Lægen har henvist til speciallæge, og der er ventetid på {n} uger.',
      'Vi taler om skånehensyn: ingen tunge løft, mulighed for pauser, faste tider.',
      'Uarbejdsdygtighed er vurderet at være til stede på grund af egen sygdom.',
      'Mulighedserklæring er modtaget fra arbejdsgiver.',
      'Søvnen er dårlig, og koncentrationen rækker til omkring en time ad gangen.',
    ],
  },
  {
    type: 'Lægelige oplysninger',
    titles: ['Statusattest modtaget', 'Epikrise', 'Speciallægeerklæring modtaget', 'Lægeattest'],
    sources: ['Scanning', 'Digital Post'],
    sentences: [
      'Oplysninger modtaget fra {laege}.',
      'Objektivt: bevægelighed i columna lumbalis nedsat, positiv Lasègue ved 50 grader på højre side, sensibilitet i.a.',
      'Diagnose: M54.4 lumbago med iskias.',
      'Behandling: fysioterapi, NSAID pn, gradueret træning.',
      'Prognosen vurderes at være god på længere sigt.',
      'Der foreligger ikke nye behandlingsmuligheder på nuværende tidspunkt.',
      'Pt. oplyser nedsat søvn og svingende stemningsleje; MDI 24.',
      'Varighed af uarbejdsdygtighed skønnes at være {n} uger.',
      'Skånehensyn: undgå løft over 5 kg og arbejde over skulderhøjde.',
    ],
  },
  {
    type: 'Tilbud – bevilling',
    titles: ['Bevilling af tilbud', 'Virksomhedspraktik bevilget', 'Tilbud oprettet'],
    sources: ['Fasit'],
    sentences: [
      'Der er bevilget virksomhedspraktik hos {firma} med {t} timer om ugen.',
      'Formålet er at afklare, hvor mange timer {fornavn} kan arbejde, og med hvilke hensyn.',
      'Tilbuddet er skrevet ind i Min Plan.',
      '{fornavn} er vejledt om retten til befordring.',
      'Arbejdsgiver og tillidsrepræsentant har underskrevet.',
      'Første dag er {dato}.',
    ],
  },
  {
    type: 'Tilbud – evaluering',
    titles: ['Evaluering af praktik', 'Opfølgning på tilbud', 'Praktikevaluering'],
    sources: ['Fasit', 'Anden aktør'],
    sentences: [
      'Kontaktpersonen hos {firma} beskriver {fornavn} som mødestabil og hjælpsom.',
      'Timetallet er sat op fra 8 til 12 timer uden øget fravær.',
      '{fornavn} har haft {n} fraværsdage.',
      'Opgaver: pluk af varer, optælling, let rengøring.',
      'Virksomheden vil gerne forlænge.',
      '{fornavn} oplever, at tempoet er for højt efter kl. 12.',
    ],
  },
  {
    type: 'Virksomhedskontakt',
    titles: ['Kontakt til virksomhed', 'Besøg på {firma}', 'Aftale med arbejdsgiver'],
    sources: ['Fasit'],
    sentences: [
      'Talt med daglig leder hos {firma} om mulige timer.',
      'De mangler folk i weekenden og kan tilbyde oplæring.',
      'Der er aftalt en samtale den {dato}.',
      'Virksomheden har ansat tre ledige siden sommer.',
    ],
  },
  {
    type: 'Mentor',
    titles: ['Mentorstatus', 'Mentor – månedsnotat'],
    sources: ['Anden aktør', 'Fasit'],
    sentences: [
      'Mentor har mødt {fornavn} {n} gange i perioden.',
      'Der er trænet transport med bus til {firma}.',
      '{fornavn} har fået åbnet sin post og lavet en oversigt over regninger.',
      'Relationen er god, og {fornavn} ringer selv, når noget driller.',
    ],
  },
  {
    type: 'Internt notat',
    titles: ['Intern sparring', 'Overdragelse mellem sagsbehandlere', 'Husk'],
    sources: ['Fasit'],
    sentences: [
      'Sagen er drøftet på teammøde.',
      'Overdraget fra {kollega} på grund af orlov.',
      'Der skal følges op på lægeoplysninger, når de kommer.',
      'To breve fra før sommerferien er journaliseret.',
      'Målgruppen er uændret.',
      'Se også notat af {foer}.',
    ],
  },
  {
    type: 'Korrespondance',
    titles: ['Digital Post ind', 'Digital Post ud', 'Mail fra borger', 'SV: Spørgsmål om samtale'],
    sources: ['Digital Post'],
    sentences: [
      'Kære {sb}',
      'Tak for din besked.',
      'Jeg vil gerne spørge, om jeg må holde ferie i uge 42.',
      'Jeg har vedhæftet lægens papirer.',
      'Jeg har stadig ikke hørt fra {kursus}.',
      'Du kan svare på denne besked eller ringe i telefontiden.',
      'Med venlig hilsen',
      '{fornavn}',
    ],
  },
  {
    type: 'Systemnotat',
    titles: ['DFDG: hændelse modtaget', 'NemRefusion: anmodning', 'Systemnotat'],
    sources: ['DFDG', 'NemRefusion', 'Jobnet'],
    sentences: [
      'Hændelse modtaget fra DFDG.',
      'CV opdateret på Jobnet.',
      'Kontaktforløb ajourført.',
      'Refusionsanmodning registreret.',
      'Advis dannet til ansvarlig sagsbehandler.',
    ],
  },
]
