/**
 * Sentences that could stand in any note of an employment case. They fill up long notes, so that a journal does not say the
 * same ten things over and over. Slots as in `sentences.ts`.
 */
export const GENERAL: readonly string[] = [
  '{fornavn} bor fortsat samme sted og har ikke planer om at flytte.', 'Der er talt om søvn, kost og motion, og {fornavn} går nu en tur hver morgen.',
  '{fornavn} har haft kontakt til {kursus} om et forløb på {n} uger.', 'Tilbagemeldingen fra {firma} var, at {fornavn} er god til at tage imod beskeder.',
  'Busforbindelsen til {firma} er dårlig efter kl. 17, og det begrænser vagterne.', '{fornavn} har fået ny cykel og kan nu selv komme frem.', 'Vi har set på tre opslag sammen og valgt at søge det ene.',
  'Der er aftalt, at {fornavn} ringer, hvis planen skrider.', 'Det blev drøftet, om en mentor kunne hjælpe i de første uger.', '{fornavn} er glad for at have fået en fast kontaktperson.',
  'Papirerne fra {laege} er endnu ikke kommet, og der er rykket for dem.', 'Lønseddel for sidste måned er modtaget og sendt videre til ydelse.', '{fornavn} har brug for briller for at kunne arbejde ved skærm.',
  'Der er søgt om støtte til arbejdstøj, og ansøgningen ligger til behandling.', 'Vi talte om, hvad en god arbejdsdag ville være for {fornavn}.', '{fornavn} nævner, at larm og mange mennesker trætter.',
  'Praktikken gav blod på tanden, siger {fornavn}, men tempoet var højt.', 'Kantinen hos {firma} søger en afløser {n} timer om ugen.', 'Der er bestilt tid hos {laege} den {dato}.',
  'Jeg har orienteret om mulighederne for opkvalificering, herunder kurser på {kursus}.', '{fornavn} har selv fundet en virksomhed og vil gerne have hjælp til aftalen.', 'Aftalen om faste ugentlige opkald fortsætter.',
  'Sproget er ikke længere en hindring i daglig tale, men det skrevne volder besvær.', '{fornavn} læser avis hver dag for at øve sig.', 'Datteren er begyndt i børnehave, og morgenerne er blevet lettere.',
  'Der har været dødsfald i familien, og det fylder meget for tiden.', 'Ansøgningerne er blevet mere målrettede end i foråret.', '{fornavn} fik afslag fra {firma}, men med en venlig begrundelse.',
  'Kørekort er fornyet.', 'Vi har aftalt et møde på arbejdspladsen i stedet for her.', 'Der er styr på økonomien efter samtalen med gældsrådgiveren.', '{fornavn} ønsker ikke at arbejde om natten.',
  'Hjælpemidler er prøvet af, og stolen fungerer godt.', '{fornavn} har deltaget i {n} ud af {n} kursusdage.', 'Ved gennemgangen kom det frem, at uddannelsen fra hjemlandet kan vurderes.', 'Der er sendt papirer til vurdering af udenlandsk uddannelse.',
  'Tilliden er vokset siden foråret.', '{fornavn} fortæller åbent om, hvad der er svært.', 'Vi blev enige om at holde næste møde på video.', '{fornavn} har prøvet at arbejde to dage i træk og skulle sove hele den tredje.',
  'Lederen hos {firma} vil gerne have en snak om løntilskud.', 'Jeg har skrevet til {kursus} for at høre om ledige pladser.', 'Der er fulgt op på brevet af {foer}.', 'Oplysningerne fra {foer} er stadig gældende.',
  'Hunden er blevet syg, og det har kostet både penge og nattesøvn.', '{fornavn} spiller i et lokalt orkester og møder stabilt til prøverne.', 'Det går bedre med smerterne, når dagen er delt op.', 'Mødet varede tre kvarter.',
  '{fornavn} fik udleveret en oversigt over aftalerne.', 'Kollegerne hos {firma} beskriver et godt humør og stor hjælpsomhed.', 'Der er tvivl om, hvor mange timer der er realistiske på sigt.', '{fornavn} vil gerne tale med en, der selv har været igennem det samme.',
  'Pladsen på holdet er bekræftet til den {dato2}.', 'Vi har talt om rettigheder og pligter og om, hvor man kan læse mere.', '{fornavn} var i godt humør i dag.', 'Næste skridt er at finde en arbejdsplads tæt på hjemmet.',
  'Den planlagte rundvisning hos {firma} blev flyttet.', 'Der er ingen ændringer i helbredet siden sidst.', '{fornavn} har afleveret nøgler og kort fra den gamle arbejdsplads.', 'Samarbejdet med {kursus} fungerer godt.',
]
