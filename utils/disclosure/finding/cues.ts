import type { PersonRole } from '../model/finding.ts'

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

const ROLE_WORDS: Readonly<Record<PersonRole, string>> = {
  borger: 'borger borgeren ledig ledige sygemeldte klient klienten ansøger ansøgeren part parten sygemeldt patienten patient pt',
  sagsbehandler: `sagsbehandler sagsbehandleren sagsbehandlere socialrådgiver socialrådgiveren jobkonsulent jobkonsulenten virksomhedskonsulent
    virksomhedskonsulenten jobrådgiver jobrådgiveren beskæftigelsesrådgiver beskæftigelseskonsulent konsulent konsulenten rådgiver rådgiveren teamleder
    teamlederen afdelingsleder fuldmægtig fuldmægtigen specialkonsulent ydelseskonsulent ydelsesmedarbejder ydelsesrådgiver fleksjobkonsulent
    mentor mentoren koordinator koordinatoren sagsansvarlig mødeleder mødelederen referent referenten rehabiliteringskoordinator
    jobcenterchef jobcentermedarbejder kommunekonsulent familierådgiver familierådgiveren myndighedsrådgiver uddannelsesvejleder vejleder vejlederen
    overassistent assistent kontorassistent integrationskonsulent integrationsrådgiver visitator sagsbeh`,
  læge: `læge lægen overlæge overlægen speciallæge speciallægen praktiserende egen-læge psykiater psykiateren psykolog psykologen fysioterapeut
    fysioterapeuten ergoterapeut kiropraktor sundhedskoordinator sundhedskoordinatoren reservelæge afdelingslæge vagtlæge neurolog reumatolog kirurg
    ortopædkirurg sygeplejerske sygeplejersken kommunallæge lægekonsulent lægekonsulenten klinikchef dr dr.med ledende jordemoder tandlæge hjemmesygeplejerske
    socialsygeplejerske neuropsykolog smertelæge børnelæge kardiolog bandagist`,
  pårørende: `mor moren moderen far faren faderen søster søsteren bror broren broderen søn sønnen datter datteren ægtefælle ægtefællen ægtemand mand kone konen
    hustru hustruen kæreste kæresten samlever samleveren samleverske ekskone eksmand eks eksen ekskæreste ekssamlever ekssamleveren eksægtefælle partner
    partneren barn barnet børn børnene bedstemor bedstefar farmor farfar mormor morfar moster faster onkel tante kusine fætter svigermor svigerfar svoger
    svigerinde niece nevø stedfar stedmor steddatter stedsøn papfar papmor lillebror lillesøster storebror storesøster forlovede tvillingesøster tvillingebror
    halvbror halvsøster plejemor plejefar plejesøn plejedatter barnebarn pårørende værge forældre`,
  arbejdsgiver: `leder lederen arbejdspladsen arbejdsgiver arbejdsgiveren chef chefen mester mesteren direktør direktøren ejer ejeren indehaver indehaveren hr-chef hr-konsulent personalechef
    butikschef driftsleder driftslederen værkfører formand køkkenchef afdelingschef souschef praktikvært praktikværten praktikvejleder praktikansvarlig
    produktionschef lagerchef nærmeste-leder arbejdsleder teamchef kontaktperson-i-virksomheden restaurantchef værkstedschef virksomhedsejer lønkonsulent
    bogholder serviceleder plejeleder institutionsleder skoleleder kontorchef lagerforvalter`,
  uvedkommende: `nabo naboen naboer anmelder anmelderen vidne vidnet udlejer udlejeren ven vennen veninde veninden bekendt kollega kollegaen kolleger kollegaer
    underboen overboen genboen medbeboer roommate bofælle bofællen logerende lejer lejeren viceværten vicevært underretter forurettede bisidder
    bisidderen medkursist holdkammerat træner klasselærer lærer læreren advokat advokaten tolk tolken partsrepræsentant partsrepræsentanten pedel`,
}

const roleWords = new Map<string, PersonRole>()
for (const [role, list] of Object.entries(ROLE_WORDS)) for (const word of words(list)) roleWords.set(word, role as PersonRole)

const GENITIVE = /s$/
const ENDS_LIKE: readonly (readonly [RegExp, PersonRole])[] = [
  [/(?:rådgiver|konsulent|sagsbehandler|koordinator|fuldmægtig|vejleder|teamleder)(?:en)?$/, 'sagsbehandler'],
  [/(?:læge|lægen|terapeut|terapeuten|psykolog|psykologen|sygeplejerske|sygeplejersken|psykiater)$/, 'læge'],
  [/(?:direktør|mester|chef|indehaver|driftsleder)(?:en)?$/, 'arbejdsgiver'],
  [/(?:mor|far|søster|bror|datter|søn|kone|mand|samlever|samlever(?:en|ske))$/, 'pårørende'],
]
const NO_RELATION = new Set(words('formand sidemand tillidsmand ombudsmand håndværksmand vognmand købmand'))

/** The role that a word says, also in compounds (`ydelseskonsulent`); `null` for any other word. */
export function roleOf(word: string): PersonRole | null {
  const lower = word.toLowerCase()
  const known = roleWords.get(lower)
  if (known) return known
  if (lower.length < 6 || NO_RELATION.has(lower)) return null
  const plain = lower.replace(GENITIVE, '')
  const owner = roleWords.get(plain)
  if (owner) return owner
  return ENDS_LIKE.find(([pattern]) => pattern.test(plain))?.[1] ?? null
}

/** Verbs that persons are the subject of. */
export const PERSON_VERBS: ReadonlySet<string> = new Set(
  words(`oplyser oplyste fortæller fortalte siger sagde ønsker ønskede mener mente møder mødte ringer ringede udtaler udtalte forklarer forklarede
    spørger spurgte svarer svarede skriver skrev deltager deltog har havde er var vil ville kan kunne skal skulle bor boede kommer kom går gik tager tog
    får fik føler følte oplever oplevede arbejder arbejdede beder bad giver gav lover lovede takker takkede klager klagede beskriver beskrev vurderer
    vurderede anfører anførte bekræfter bekræftede accepterer underskrev underskriver rettede henvendte kontakter kontaktede udfører hjælper
    hjalp passer henter hentede afleverer sover lider led har-været blev bliver meddeler meddelte giver aflyser aflyste udebliver udeblev startede
    starter begyndte begynder stopper stoppede flyttede flytter accepterede bemærker bemærkede tilføjer tilføjede nævner nævnte orienterer orienterede
    anbefaler anbefalede indkalder indkaldte sender sendte fremmøder fremmødte dukkede glemte husker kender så ser synes syntes afviser afviste
    samtykker foreslår foreslog kører kørte virker virkede fremstår fremstod græder græd truede slog råbte bad anmeldte undersøgte henviste`),
)

/** Verbs that things are the subject of as often. */
export const WEAK_VERBS: ReadonlySet<string> = new Set(
  words(
    'er var har havde kan kunne skal skulle vil ville bliver blev får fik går gik kommer kom giver gav tager tog starter startede stopper stoppede begynder begyndte virker virkede',
  ),
)

/** Stand before a person and seldom before anything else. */
export const BEFORE_PERSON: ReadonlySet<string> = new Set(
  words(`med hr fru frk herr fr dr v ved att underskrevet navn navne hilsen hilsner kh mvh vh kære hej hedder hed kaldet ved-siden-af sammen ægteparret
    fremmødte mødte deltog ringer ringede talte taler talt oplyser oplyste skriver skrev siger spurgte underskriver undertegnede kontaktede født cpr
    kontaktet orienteret informeret vedrørende vedr angående ang referent deltagere deltager tilstede afbud fraværende af`),
)
/** Stand before a person, a place or a company alike. */
export const BEFORE_ANY: ReadonlySet<string> = new Set(words('til fra hos mellem og samt om for mod eller hverken både'))
/** Stand before a place or a company, and seldom before a person. */
export const BEFORE_PLACE: ReadonlySet<string> = new Set(words('i på nær omkring via igennem'))
/** The name behind is that of a company, an authority or a product. */
export const BEFORE_ORG: ReadonlySet<string> = new Set(
  words(`firmaet virksomheden firma virksomhed selskabet foreningen fagforeningen kommunen myndigheden butikken restauranten cafeen caféen hotellet
    kæden leverandøren a-kassen banken klinikken lægehuset skolen institutionen bostedet plejehjemmet programmet systemet projektet tablet tabl
    præparatet medicinen mg lægemidlet produktet mærket bilen kurset uddannelsen forløbet byen landsbyen landet bydelen området kvarteret gaden vejen sognet
    tilbuddet portalen appen hjemmesiden bladet avisen bogen filmen filialen afdelingen afd hospitalet sygehuset afsnit fabrikken værkstedet centret
    museet biblioteket stadionet festivalen stationen lufthavnen øen søen åen fjorden skoven stranden parken pladsen torvet`),
)
/** Before a colon, as the name of a field that holds a person. */
export const FIELDS: ReadonlySet<string> = new Set(
  words(`navn navne borger borgeren fra til cc bcc kopi sagsbehandler læge deltagere deltager tilstede referent mødeleder underskrift afsender modtager
    kontaktperson pårørende arbejdsgiver ægtefælle samlever mor far barn børn bisidder partsrepræsentant værge tolk attention att vedr vedrørende ang
    angående emne patient pt ansøger anmelder udlejer fornavn efternavn skrevet af udarbejdet journalført oprettet ansvarlig henvisende behandler
    overlæge psykolog lægekonsulent mentor jobkonsulent leder chef indehaver ejer nabo vidne kære rådgiver socialrådgiver virksomhedskonsulent
    sundhedskoordinator fremmødte fraværende afbud from to name forældre kontakt patientens barnets`),
)
/** Closes a letter: the name stands on the next lines. */
export const CLOSINGS: ReadonlySet<string> = new Set(words('hilsen hilsner mvh kh vh hilsener underskrift venligst regards'))
/** Small words that a name may begin with. */
export const LEADING_PARTICLES: ReadonlySet<string> = new Set(words('van von al el bin ibn abu di della dos'))
/** Small words inside names. */
export const PARTICLES: ReadonlySet<string> = new Set(
  words('van von de la der den del della da das dos di du al el bin ibn bint abu ben ter zu y av le'),
)
