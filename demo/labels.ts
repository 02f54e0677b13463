import { FACT_CATALOGUE, factDefinition } from '#utils/domain/fact-catalogue.ts'
import type { FactKey, GroupName } from '#utils/domain/fact-catalogue.ts'
import type { LabelVariant } from './server/steering.ts'

/**
 * Words of the stand-in's pages that both dialects share. A label is the catalogue's unless a synonym is named here:
 * host systems change their words between versions and customers, and a profile has to bear it.
 */
const SYNONYMS: Readonly<Partial<Record<FactKey, readonly [string, string]>>> = {
  'citizen.cpr': ['CPR-nr.', 'Personnummer'],
  'citizen.phone': ['Tlf.', 'Telefonnummer'],
  'citizen.email': ['Mail', 'E-mailadresse'],
  'citizen.interpreter': ['Tolkebehov', 'Tolk/sprog'],
  'citizen.representative': ['Partsrepræsentant/bisidder', 'Repræsentant'],
  'case.number': ['Sagsnr.', 'Sags-nr.'],
  'case.caseworker': ['Sagsbehandler', 'Ansvarlig'],
  'case.start': ['Startdato', 'Sagen startet'],
  'case.end': ['Slutdato', 'Sagen afsluttet'],
  'contact.startDate': ['Startdato for kontaktforløb', 'Kontaktforløbets start'],
  'contact.nextMeeting': ['Næste møde', 'Kommende samtale'],
  'contact.heldCount': ['Afholdte samtaler (6 mdr.)', 'Antal afholdte samtaler i 6 mdr.'],
  'contact.exempted25pct': ['Undtaget (25 pct.)', '25 %-undtagelse'],
  'meeting.at': ['Tidspunkt', 'Dato og tid'],
  'meeting.form': ['Mødeform', 'Form'],
  'note.eventAt': ['Hændelsesdato', 'Dato for hændelse'],
  'note.registeredAt': ['Registreret', 'Dato for registrering'],
  'note.author': ['Forfatter', 'Skrevet af'],
  'note.hasAttachment': ['Har bilag', 'Vedhæftning'],
  'doc.docType': ['Type', 'Dokumentart'],
  'offer.provider': ['Leverandør', 'Virksomhed/leverandør'],
  'offer.hoursPerWeek': ['Timer pr. uge', 'Ugentlige timer'],
  'sick.firstDay': ['Første sygedag', '1. fraværsdag'],
  'sick.expectedReturn': ['Forventes rask', 'Forventet dato for raskmelding'],
  'sick.paidWeeks': ['Udbetalte uger (9 mdr.)', 'Uger med udbetaling i 9 mdr.'],
  'sick.revaluation': ['Revurdering senest', 'Tidspunkt for revurdering'],
  'decision.type': ['Type af afgørelse', 'Afgørelse'],
  'decision.partshøringSent': ['Sendt i partshøring', 'Partshøring afsendt'],
  'decision.deadline': ['Frist for svar', 'Høringsfrist'],
  'decision.eventDate': ['Dato for hændelse', 'Hændelsen fandt sted'],
  'task.due': ['Frist', 'Forfalder'],
  'access.received': ['Modtaget dato', 'Anmodning modtaget'],
  'access.decided': ['Afgørelsesdato', 'Dato for afgørelse'],
}

/** The label of a key as the page writes it. */
export function label(key: FactKey, variant: LabelVariant = 0): string {
  const synonyms = SYNONYMS[key]
  const chosen = variant > 0 && synonyms ? synonyms[variant - 1] : undefined
  return chosen ?? factDefinition(key)?.label ?? key
}

/** The heading of a group's panel. */
export function groupLabel(group: GroupName, variant: LabelVariant = 0): string {
  const synonyms = GROUP_SYNONYMS[group]
  return (variant > 0 ? synonyms?.[variant - 1] : undefined) ?? FACT_CATALOGUE[group].label
}

const GROUP_SYNONYMS: Readonly<Partial<Record<GroupName, readonly [string, string]>>> = {
  note: ['Journal', 'Notater'],
  offer: ['Tilbud og aktiviteter', 'Indsatser'],
  decision: ['Afgørelser og partshøring', 'Afgørelser, partshøring og sanktioner'],
  task: ['Opgaver og advis', 'Opgaveliste'],
  benefit: ['Ydelser', 'Forsørgelseshistorik'],
}

/** Buttons and other words that have more than one spelling in the wild. */
export const WORDS = {
  edit: ['Redigér', 'Rediger', 'Ret'],
  save: ['Gem', 'Gem', 'Gem ændringer'],
  cancel: ['Annullér', 'Annuller', 'Fortryd'],
  show: ['Vis', 'Vis', 'Fold ud'],
  newNote: ['Nyt notat', 'Opret notat', 'Tilføj notat'],
  bookMeeting: ['Book samtale', 'Planlæg samtale', 'Opret samtale'],
  next: ['Næste', 'Næste', 'Næste side'],
} as const satisfies Readonly<Record<string, readonly [string, string, string]>>

export function word(name: keyof typeof WORDS, variant: LabelVariant = 0): string {
  return WORDS[name][variant]
}

const ENUM_WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  targetGroup: {
    '6.1': 'Dagpengemodtager (6.1)',
    '6.2': 'Jobparat kontanthjælp (6.2)',
    '6.3': 'Aktivitetsparat kontanthjælp (6.3)',
    '6.4': 'Uddannelsesparat under 30 år (6.4)',
    '6.5': 'Aktivitetsparat under 30 år (6.5)',
    '6.6': 'Sygedagpengemodtager (6.6)',
    '6.7': 'Jobafklaringsforløb (6.7)',
    '6.8': 'Ressourceforløb (6.8)',
    '6.9': 'Visiteret til fleksjob (6.9)',
    '6.10': 'Revalidend (6.10)',
    '6.11': 'Førtidspensionist (6.11)',
    '6.12': 'Ledig selvforsørgende (6.12)',
    '6.13': 'Ung under 18 år (6.13)',
  },
  'session.env': { prod: 'Drift', test: 'Test', øvelse: 'Øvelse' },
  'citizen.digitalPost': { tilmeldt: 'Tilmeldt', fritaget: 'Fritaget' },
  'sick.category': { '1': 'Kategori 1', '2': 'Kategori 2', '3': 'Kategori 3' },
  'access.law': { FVL: 'Forvaltningsloven § 9', OFL: 'Offentlighedsloven § 7', GDPR15: 'Databeskyttelsesforordningen art. 15' },
}

/** An enum value as the page writes it ("6.2" → "Jobparat kontanthjælp (6.2)"). */
export function shownEnum(key: FactKey, value: string): string {
  const name = key.slice(key.indexOf('.') + 1)
  return (ENUM_WORDS[key] ?? ENUM_WORDS[name])?.[value] ?? value
}

export function shownYesNo(value: boolean): string {
  return value ? 'Ja' : 'Nej'
}

export const BANNER = 'Øvelsesmiljø. Opdigtede personer.'
export const PRODUCT = 'Sagsbord – øvelsesmiljø'
