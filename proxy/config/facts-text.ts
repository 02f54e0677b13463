import { EU_SERVICES } from '../upstream/eu-hosts.ts'
import { groundOf, readAddress } from '../upstream/ground.ts'
import type { ModelSettings, PlaceSettings, UpstreamConfig, UpstreamSettings } from '../upstream/upstream-config.ts'
import type { ProxyConfig } from './proxy-config.ts'

const KINDS = { chat: 'tekst', embeddings: 'vektorer', transcription: 'lyd til tekst' } as const
const PROCESSING = {
  regional: 'kun i regionen (regional deployment)',
  'data-zone-eu': 'i EU (Data Zone EU)',
  'eu-service': 'i EU (udbyderens EU-tjeneste)',
  own: 'på kommunens egen vært',
} as const

/** Who handles what and where, in Danish: for the data processing agreement, the DPIA and whoever asks. */
export function factsText(config: ProxyConfig): string {
  return [
    'UNDERDATABEHANDLERE OG STEDER',
    '',
    ...modelLines(config.upstream),
    '',
    'Andet, proxyen taler med',
    `- Log ind: ${new URL(config.auth.issuer).host} (kun nøgler hentes; ingen persondata sendes)`,
    `- Lager: ${storeLine(config.store)}`,
    '- Omdirigeringer følges ikke, og proxy-variabler i miljøet bruges ikke. Alt andet end stederne ovenfor afvises.',
    '',
    ...retentionLines(config),
    '',
  ].join('\n')
}

function modelLines(upstream: UpstreamConfig): readonly string[] {
  if (upstream.models.length === 0)
    return ['Sprogmodeller: ingen. Der sendes intet til en sprogmodel, og der er ingen underdatabehandler for det.']
  return ['Sprogmodeller', ...upstream.models.flatMap((model) => oneModel(model, upstream))]
}

function oneModel(model: ModelSettings, config: UpstreamConfig): readonly string[] {
  const places = model.at.flatMap((place) => {
    const upstream = config.upstreams.find(({ name }) => name === place.upstream)
    return upstream === undefined ? [] : placeLines({ place, upstream, config })
  })
  return [`- ${model.id} (${KINDS[model.kind]}): ${model.purpose}`, ...places]
}

interface At {
  readonly place: PlaceSettings
  readonly upstream: UpstreamSettings
  readonly config: UpstreamConfig
}

function placeLines({ place, upstream, config }: At): readonly string[] {
  const url = readAddress(upstream.address)
  const ground = url === null ? null : groundOf(url, config)
  const country = ground?.regions[upstream.region]
  return [
    `    ${ground?.operator ?? 'ukendt'}: ${url?.host ?? upstream.address}, ${upstream.region}${country === undefined ? '' : ` (${country})`}`,
    `      model dér: ${place.model}; behandles ${PROCESSING[place.processing]}`,
    `      bekræftet af ${place.confirmedBy}, ${place.confirmedOn}`,
  ]
}

function storeLine(store: ProxyConfig['store']): string {
  return store.kind === 'postgres' ? `PostgreSQL på ${store.host}` : `indlejret i proxyen, mappen ${store.folder}`
}

function retentionLines({ audit, auth }: ProxyConfig): readonly string[] {
  const person = audit.staffKey === null ? 'medarbejderens id' : 'medarbejderens id som hash'
  const scope = auth.pseudonymScope === 'unit' ? 'enhedens' : 'kommunens'
  return [
    'Opbevaring',
    '- Spørgsmål, svar, lyd og dokumenter: gemmes ikke, heller ikke i log eller mål',
    `- Registrering af brug (tid, ${person}, sag som hash med ${scope} nøgle, funktion, model, størrelser): ${audit.retentionDays} dage`,
    '- Log over omskiftere: så længe lageret findes (kan ikke ændres)',
    '- Driftslog: koder og tal til standardudgangen; hvor længe bestemmer driftsplatformen',
    '- Hos udbyderen: bed Microsoft om undtagelse fra misbrugsovervågning med lagring, og skriv i aftalen, at intet bruges til træning',
  ]
}

/** Without a configuration: whom it could name at all. */
export function allowListText(): string {
  const services = EU_SERVICES.flatMap(({ operator, host, regions }) => [
    `- ${operator}: værter af formen ${host.source}`,
    `    regioner: ${Object.entries(regions)
      .map(([region, country]) => `${region} (${country})`)
      .join(', ')}`,
  ])
  return [
    'Uden opsætning er der ingen sprogmodel og ingen underdatabehandler. En opsætning kan kun nævne disse steder:',
    ...services,
    '- kommunens egne værter i EU, som den selv nævner og bekræfter (upstream.ownHosts)',
    '',
    'Se, hvad en opsætning bruger: npm run proxy:facts -- --config FIL',
    '',
  ].join('\n')
}
