/** What kind of door an upstream is: Azure's deployments, or the paths that everybody else copied from OpenAI. */
export type UpstreamKind = 'azure' | 'openai-compatible'

/** Who confirmed what about where the model runs. Only these; a global deployment may run anywhere. */
export const PROCESSING = ['regional', 'data-zone-eu', 'eu-service', 'own'] as const
export type Processing = (typeof PROCESSING)[number]

export interface EuService {
  readonly kind: UpstreamKind
  readonly host: RegExp
  /** By the region's name: the country it lies in, in Danish. */
  readonly regions: Readonly<Record<string, string>>
  readonly processing: readonly Processing[]
  /** The sub-processor, for the list that the municipality keeps. */
  readonly operator: string
}

/** Azure's regions in the member states. Switzerland, Norway and the United Kingdom are not among them. */
export const AZURE_EU_REGIONS: Readonly<Record<string, string>> = {
  austriaeast: 'Østrig',
  belgiumcentral: 'Belgien',
  denmarkeast: 'Danmark',
  francecentral: 'Frankrig',
  francesouth: 'Frankrig',
  germanynorth: 'Tyskland',
  germanywestcentral: 'Tyskland',
  italynorth: 'Italien',
  northeurope: 'Irland',
  polandcentral: 'Polen',
  spaincentral: 'Spanien',
  swedencentral: 'Sverige',
  swedensouth: 'Sverige',
  westeurope: 'Nederlandene',
}

/** The member states, by the code that a municipality's own host states as its region. */
export const EU_COUNTRIES: Readonly<Record<string, string>> = {
  at: 'Østrig',
  be: 'Belgien',
  bg: 'Bulgarien',
  cy: 'Cypern',
  cz: 'Tjekkiet',
  de: 'Tyskland',
  dk: 'Danmark',
  ee: 'Estland',
  es: 'Spanien',
  fi: 'Finland',
  fr: 'Frankrig',
  gr: 'Grækenland',
  hr: 'Kroatien',
  hu: 'Ungarn',
  ie: 'Irland',
  it: 'Italien',
  lt: 'Litauen',
  lu: 'Luxembourg',
  lv: 'Letland',
  mt: 'Malta',
  nl: 'Nederlandene',
  pl: 'Polen',
  pt: 'Portugal',
  ro: 'Rumænien',
  se: 'Sverige',
  si: 'Slovenien',
  sk: 'Slovakiet',
}

/** The region of an upstream on the machine itself: for development only. */
export const LOCAL_REGION = 'local'

const AZURE_HOST =
  /^(?!privatelink\.)[a-z0-9](?:[a-z0-9-]{0,62})\.(?:openai\.azure\.com|cognitiveservices\.azure\.com|services\.ai\.azure\.com)$/

/** The allow-list. A host that is neither here nor among the municipality's own is not used, whatever it says of itself. */
export const EU_SERVICES: readonly EuService[] = [
  {
    kind: 'azure',
    host: AZURE_HOST,
    regions: AZURE_EU_REGIONS,
    processing: ['regional', 'data-zone-eu'],
    operator: 'Microsoft Ireland Operations Ltd.',
  },
  {
    kind: 'openai-compatible',
    host: /^api\.mistral\.ai$/,
    regions: { eu: 'EU' },
    processing: ['eu-service'],
    operator: 'Mistral AI SAS',
  },
]
