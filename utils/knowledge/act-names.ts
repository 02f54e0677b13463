/**
 * What acts are called besides their title. Names are data: a title that stands here lends its names to every document
 * with that title, whichever number it has.
 */
export interface ActNames {
  /** The first is the one we write. */
  readonly short: readonly string[]
  readonly titles: readonly string[]
  readonly also: readonly string[]
}

export const ACT_NAMES: readonly ActNames[] = [
  { short: ['LAB'], titles: ['lov om en aktiv beskæftigelsesindsats'], also: ['beskæftigelsesindsatsloven', 'labl'] },
  {
    short: ['LOB'],
    titles: ['lov om organisering og understøttelse af beskæftigelsesindsatsen m.v.'],
    also: ['organiseringsloven', 'lov om organisering og understøttelse af beskæftigelsesindsatsen'],
  },
  { short: ['SDL'], titles: ['lov om sygedagpenge'], also: ['sygedagpengeloven', 'sdpl'] },
  { short: ['LAS'], titles: ['lov om aktiv socialpolitik'], also: ['aktivloven', 'socialpolitikloven'] },
  { short: ['IL'], titles: ['lov om integration af udlændinge i Danmark'], also: ['integrationsloven', 'intl'] },
  {
    short: ['RSL'],
    titles: ['lov om retssikkerhed og administration på det sociale område'],
    also: ['retssikkerhedsloven', 'retssikkerhedsl', 'rtl'],
  },
  { short: ['FVL'], titles: ['forvaltningslov', 'forvaltningsloven'], also: ['fvl', 'forvaltningsl', 'forvl'] },
  { short: ['OFL', 'OFFL'], titles: ['lov om offentlighed i forvaltningen'], also: ['offentlighedsloven', 'offentlighedsl'] },
  {
    short: ['DBL'],
    titles: [
      'lov om supplerende bestemmelser til forordning om beskyttelse af fysiske personer i forbindelse med behandling af personoplysninger og om fri udveksling af sådanne oplysninger',
    ],
    also: ['databeskyttelsesloven', 'databeskyttelsesl'],
  },
  {
    short: ['GDPR'],
    titles: ['databeskyttelsesforordningen', 'generel forordning om databeskyttelse'],
    also: ['databeskyttelsesforordning', 'persondataforordningen', 'dsf'],
  },
  { short: ['CPRL'], titles: ['lov om Det Centrale Personregister'], also: ['cpr-loven', 'cprloven', 'cpr-l'] },
  {
    short: ['LSP'],
    titles: ['lov om social pension'],
    also: ['pensionsloven', 'lov om højeste mellemste forhøjet almindelig og almindelig førtidspension mv'],
  },
  { short: ['SEL'], titles: ['lov om social service'], also: ['serviceloven', 'servicel'] },
  {
    short: ['ALL'],
    titles: ['lov om arbejdsløshedsforsikring m.v.'],
    also: ['arbejdsløshedsforsikringsloven', 'lov om arbejdsløshedsforsikring'],
  },
  { short: ['STRFL'], titles: ['straffelov', 'straffeloven'], also: ['strfl'] },
]
