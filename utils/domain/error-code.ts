/**
 * Every error a user can meet: what happened, what it means, what to do. One table, so that the wording is one voice
 * and no message can hold case text. A test checks that every code has all three sentences.
 */
export const ERRORS = {
  'page-unknown': {
    what: 'Siden er ikke kendt.',
    means: 'Sagshjælp har ikke læst noget på den.',
    action: 'Åbn en borgers sag. Sker det på en sag, så kontakt den lokale IT.',
  },
  'profile-broken': {
    what: 'Profilen passer ikke længere.',
    means: 'Siden ser anderledes ud, end Sagshjælp er sat op til, så læsningen er stoppet.',
    action: 'Arbejd videre i fagsystemet, og sig det til den lokale IT.',
  },
  'policy-invalid': {
    what: 'Opsætningen fra din organisation kan ikke bruges.',
    means: 'Sagshjælp er slået fra, til den er rettet.',
    action: 'Kontakt den lokale IT og oplys koden.',
  },
  'policy-waiting': {
    what: 'Venter på opsætning.',
    means: 'Sagshjælp læser ikke noget, før din organisations opsætning er hentet.',
    action: 'Vent et øjeblik. Bliver det ved, så kontakt den lokale IT.',
  },
  'pack-invalid': {
    what: 'Regelpakken kan ikke bruges.',
    means: 'Der vises ingen regler, for de kunne være forkerte.',
    action: 'Kontakt den lokale IT og oplys koden.',
  },
  'rule-failed': {
    what: 'En regel kunne ikke køres.',
    means: 'Netop den regel er ikke vurderet. De andre regler gælder som vist.',
    action: 'Vurdér selv reglen i sagen, og sig det til den lokale IT.',
  },
  'message-refused': {
    what: 'En besked blev afvist.',
    means: 'Noget, der ikke er Sagshjælp, eller en gammel udgave prøvede at tale med udvidelsen. Intet er gjort.',
    action: 'Genindlæs siden. Sker det igen, så kontakt den lokale IT.',
  },
  'case-gone': {
    what: 'Sagen er ikke længere åben.',
    means: 'Det, du bad om, hørte til en anden sag, og er ikke gjort.',
    action: 'Åbn sagen igen.',
  },
  'link-not-found': {
    what: 'Genvejen findes ikke på denne side.',
    means: 'Der er ikke klikket på noget.',
    action: 'Find stedet i fagsystemets egen menu.',
  },
  'click-refused': {
    what: 'Klikket blev ikke udført.',
    means: 'Knappen var dækket, utydelig eller flyttede sig, så det er ikke sikkert, at du så den.',
    action: 'Prøv igen, eller brug panelet.',
  },
  'fact-not-shown': {
    what: 'Stedet kan ikke vises her.',
    means: 'Oplysningen står på en anden skærm, eller den del af siden er lukket.',
    action: 'Åbn skærmen eller delen, og prøv igen.',
  },
  'page-disconnected': {
    what: 'Sagshjælp er opdateret.',
    means: 'Den åbne side bruger stadig den gamle udgave.',
    action: 'Genindlæs siden.',
  },
  'profile-invalid': {
    what: 'Profilen kan ikke bruges.',
    means: 'Den følger ikke skemaet for profiler, så intet er læst.',
    action: 'Ret profilen efter packs/profiles/README.md.',
  },
  'address-refused': {
    what: 'Adressen kan ikke åbnes.',
    means: 'Kommandolinjen læser kun gemte sider og adresser på din egen maskine.',
    action: 'Gem siden som en fil, og peg på filen.',
  },
  'file-unreadable': {
    what: 'Filen kan ikke læses.',
    means: 'Den findes ikke, eller den har en anden form end beskrevet.',
    action: 'Se efter stien og formen i vejledningen.',
  },
  'browser-missing': {
    what: 'Der er ingen browser at åbne siden i.',
    means: 'Intet er læst.',
    action: 'Kør npm run setup, som viser og kører den ene linje, der installerer den.',
  },
  unexpected: {
    what: 'Noget gik galt i Sagshjælp.',
    means: 'Det, du bad om, er ikke gjort, og intet er ændret i fagsystemet.',
    action: 'Prøv igen. Sker det igen, så kontakt den lokale IT og oplys koden.',
  },
  'reader-failed': {
    what: 'Sagshjælp kunne ikke starte på denne side.',
    means: 'Der vises ingen råd, og intet er læst af sagen.',
    action: 'Genindlæs siden. Sker det igen, så kontakt den lokale IT.',
  },
  'feature-off': {
    what: 'Sagshjælp er slået fra af din organisation.',
    means: 'Der læses og vises ikke noget på siden.',
    action: 'Spørg den lokale IT, hvis du mangler det.',
  },
  'sign-in-needed': {
    what: 'Du er ikke logget ind.',
    means: 'Sprogmodellen og enhedens indstillinger kan ikke hentes. Alt lokalt virker stadig.',
    action: 'Vælg Log ind i panelet.',
  },
  'sign-in-cancelled': {
    what: 'Du blev ikke logget ind.',
    means: 'Vinduet blev lukket, før det var færdigt, eller du afviste.',
    action: 'Vælg Log ind igen, når du vil.',
  },
  'sign-in-failed': {
    what: 'Svaret fra loginvinduet kan ikke bruges.',
    means: 'Det passede ikke til det, Sagshjælp havde bedt om, så du er ikke logget ind.',
    action: 'Prøv igen. Sker det igen, så kontakt den lokale IT og oplys koden.',
  },
  'issuer-away': {
    what: 'Organisationens login kan ikke nås.',
    means: 'Du kan ikke logge ind lige nu. Alt lokalt virker stadig.',
    action: 'Prøv igen om lidt.',
  },
  'not-allowed': {
    what: 'Din rolle giver ikke adgang til dette.',
    means: 'Du er logget ind, men kommunen har ikke givet dig en enhed eller rolle, der må.',
    action: 'Spørg din leder, hvis du mener, at du burde have adgang.',
  },
  'proxy-away': {
    what: 'Sprogmodellen kan ikke nås.',
    means: 'Alt lokalt virker stadig. Svar i prosa og udkast må vente.',
    action: 'Prøv igen om lidt.',
  },
  'model-away': {
    what: 'Sprogmodellen svarede ikke, som den skal.',
    means: 'Der er ikke kommet et svar, du kan bruge. Alt lokalt virker stadig.',
    action: 'Prøv igen om lidt.',
  },
  'model-off': {
    what: 'Kommunen har slukket for brug af sprogmodel.',
    means: 'Der er ikke sendt noget. Alt lokalt virker stadig.',
    action: 'Spørg din leder, hvornår den tændes igen.',
  },
  'model-refused': {
    what: 'Sprogmodellen tog ikke imod spørgsmålet.',
    means: 'Det har en form, som kommunens tjeneste ikke tager imod, og er ikke besvaret.',
    action: 'Kontakt den lokale IT og oplys koden.',
  },
  'cpr-in-prompt': {
    what: 'Teksten indeholder et CPR-nummer.',
    means: 'Intet er sendt til sprogmodellen.',
    action: 'Fjern nummeret, og prøv igen.',
  },
  'text-too-long': {
    what: 'Teksten er for lang.',
    means: 'Intet er sendt til sprogmodellen.',
    action: 'Forkort den, og prøv igen.',
  },
  'too-many-requests': {
    what: 'Der er spurgt mange gange på kort tid.',
    means: 'Dette spørgsmål er ikke besvaret.',
    action: 'Vent lidt, og prøv igen.',
  },
  'budget-spent': {
    what: 'Enhedens forbrug af sprogmodel er brugt op for i dag.',
    means: 'Spørgsmålet er ikke besvaret. Alt lokalt virker stadig.',
    action: 'Prøv i morgen, eller spørg din leder.',
  },
  'content-filtered': {
    what: 'Sprogmodellens filter afviste teksten.',
    means: 'Det, der måtte være vist af svaret, er taget væk igen.',
    action: 'Formulér spørgsmålet anderledes.',
  },
  'answer-incomplete': {
    what: 'Ufuldstændigt svar.',
    means: 'Svaret stoppede, før sprogmodellen var færdig, og kan ikke sættes ind.',
    action: 'Spørg igen.',
  },
  'answer-too-long': {
    what: 'Ufuldstændigt svar: Det blev for langt.',
    means: 'Sprogmodellen nåede grænsen for, hvor meget den må skrive. Svaret kan ikke sættes ind.',
    action: 'Bed om et kortere svar, eller del spørgsmålet op.',
  },
  'guidance-too-old': {
    what: 'Reglerne er for gamle til at bruge.',
    means: 'Kommunen har ikke bekræftet dem i mere end 90 dage, så loven kan være ændret. Der vises ingen råd.',
    action: 'Log ind, så nye regler kan hentes. Hjælper det ikke, så kontakt den lokale IT.',
  },
  'rule-locked': {
    what: 'Reglen er låst af din organisation.',
    means: 'Den kan ikke slås fra, udsættes eller afvises.',
    action: 'Spørg din faglige leder, hvis den skal ændres.',
  },
  'changed-meanwhile': {
    what: 'En anden har ændret noget i mellemtiden.',
    means: 'Intet er ændret af dig. Tavlen viser nu, hvad der gælder.',
    action: 'Se på tavlen igen, og prøv så en gang til.',
  },
  'reason-too-short': {
    what: 'Begrundelsen er for kort.',
    means: 'Kolleger og dem, der fører tilsyn, skal kunne forstå ændringen. Intet er ændret.',
    action: 'Skriv lidt mere om, hvorfor.',
  },
  'cpr-in-reason': {
    what: 'Begrundelsen indeholder et CPR-nummer.',
    means: 'Begrundelsen kan læses af alle i enheden. Intet er ændret.',
    action: 'Skriv den uden nummeret.',
  },
  'dates-do-not-fit': {
    what: 'Datoerne passer ikke sammen.',
    means: 'En ændring kan ikke gælde bagud eller slutte, før den begynder. Intet er ændret.',
    action: 'Ret datoerne.',
  },
  'another-person-needed': {
    what: 'En anden skal godkende.',
    means: 'Den, der foreslår en ændring, kan ikke selv godkende den.',
    action: 'Bed en kollega med rollen leder om at godkende.',
  },
  'already-decided': {
    what: 'Det er allerede afgjort eller fortrudt.',
    means: 'Intet er ændret af dig.',
    action: 'Se i loggen, hvem der gjorde det.',
  },
  'too-much-switched-off': {
    what: 'Der er slået for meget fra.',
    means: 'Så mange regler kan ikke være slået fra på én gang. Intet er ændret.',
    action: 'Slå noget til igen først.',
  },
  'no-signing-key': {
    what: 'Ændringer kan ikke underskrives.',
    means: 'Kommunen har ikke sat en nøgle til det i sin tjeneste. Intet er ændret.',
    action: 'Kontakt den lokale IT og oplys koden.',
  },
  'change-refused': {
    what: 'Ændringen blev ikke taget imod.',
    means: 'Den har en form, som kommunens tjeneste ikke tager imod, eller det, den handler om, er væk. Intet er ændret.',
    action: 'Se på tavlen igen. Sker det igen, så kontakt den lokale IT og oplys koden.',
  },
  'switchboard-away': {
    what: 'Tavlen kan ikke hentes lige nu.',
    means: 'Det, der er slået til og fra, gælder uændret i enhedens browsere.',
    action: 'Prøv igen om lidt.',
  },
} as const satisfies Readonly<Record<string, { what: string; means: string; action: string }>>

export type ErrorCode = keyof typeof ERRORS
