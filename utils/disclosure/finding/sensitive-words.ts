import type { CategoryId } from '../model/finding.ts'

/** Beginnings of words, in small letters; with `=` the whole word. */
export const SENSITIVE_STEMS: Readonly<Partial<Record<CategoryId, string>>> = {
  health: `syg= sygdom sygemeld sygehus sygdomm indlagt indlæg= indlæggelse diagnos depression depressi angst= angstanfald psykisk psykiatri psykose psykotisk
    skizofreni bipolar adhd= autis= autisme autist borderline ptsd= stress= stressramt udbrændt selvmord suicid selvskad kræft cancer tumor blodprop hjerneskade
    hjernerystelse epilep diabetes sukkersyge sklerose gigt= leddegigt slidgigt astma kol= hiv= aids= hepatitis abort= aborterede gravid graviditet fødselsdepression
    demens dement alzheimer parkinson handicap handikap invalid lammet= amputer blind= døv= migræne fibromyalgi discusprolaps prolaps= operation opereret
    misbrug misbruger alkoholi alkoholmisbrug narkoman stofmisbrug afvænning antabus= rusmid drikker= drak= spiseforstyrrelse anoreksi bulimi terapi= psykolog=
    helbred smerter= traume traumatiseret afhængighed kronisk= afrusning`,
  medication: `medicin= medicinen= medicinsk antidepressiv antipsykotisk sovemed beroligende= smertestillende panodil ipren sertralin citalopram escitalopram
    mirtazapin venlafaxin quetiapin seroquel ritalin concerta metadon insulin metformin morfin tramadol gabapentin lyrica zoloft cipralex abilify lithium litium
    stesolid imovane oxynorm contalgin elvanse strattera methylphenidat lamotrigin olanzapin risperidon diazepam oxycodon fentanyl p-pille`,
  crime: `dømt= dom= straffet= straffeattest fængsel fængslet afsoner afsoning sigtet= tiltalt= anholdt anmeldt= vold= voldelig voldsdømt tyveri stjålet= stjæler=
    røveri bedrageri socialt-bedrageri bedrag= hærværk trusler= truet= overfald voldtægt voldtaget incest blufærdighed narkotika hash= hashhandel spirituskørsel
    kriminel kriminalitet kriminalforsorg fodlænke prøveløsladt varetægt politianmeld tilhold= polititilhold sort-arbejde bande= bandemedlem hæleri drab= forbryd`,
  union: `fagforening fagforbund fagligt-aktiv tillidsmand tillidsrepræsentant 3f= foa= krifa= hk= strejke strejker overenskomst a-kasse= fagbevægelse`,
  ethnicity: `etnisk etnicitet herkomst= indvandrer efterkommer= flygtning asylansøger opholdstilladelse statsborger statsløs romaer sigøjner kurdisk kurder= somalisk
    somalier arabisk= araber= tyrkisk= tyrker= palæstinens pakistansk irakisk= syrisk= grønlænder grønlandsk afghansk vietnames tamil= tamilsk hudfarve familiesammenfør`,
  belief: `muslim islam islamisk kristen= kristne= jøde= jødisk katol hindu buddhis jehova moske= moské= menighed imam= koran ramadan tørklæde troende= religiøs religion
    døbt= konfirmeret omskåret mormon scientolog pinsekirke frimenighed trossamfund`,
  ideology: `politisk= politiske= kommunist nazist fascist socialdemokrat venstreorient højreorient partimedlem dansk-folkeparti enhedslisten aktivist ekstremist radikaliser
    anarkist højreekstrem venstreekstrem`,
  sexuality: `homoseksuel bøsse= lesbisk biseksuel transkønnet transperson kønsskifte seksuel seksuelt sexarbejd prostitu utro= utroskab kønssygdom klamydia`,
  family: `skilsmisse skilt= separeret= forældremyndighed samværssag samvær= børnebidrag faderskab adoptivbarn adopteret tvangsfjernet tvangsanbragt anbragt= jalousi
    hustruvold partnervold krisecenter samlivsophør arveforskud dødsbo`,
  'child-protection':
    'underretning underretter børnesag børnefaglig anbringelse tvangsanbringelse tvangsfjernelse omsorgssvigt børnehus plejefamilie',
  'business-secret': 'forretningshemmelig erhvervshemmelig fortrolig-kontrakt dækningsbidrag avance= kalkulation kundeliste prisaftale',
}
