import type { Random } from '../support/random.ts'

/** Words and groups with capitals that are no persons, as they stand in case files. */
const START = 'Gran Sol Birke Ler Møl Ege Vind Sand Kvist Fug Torn Bøge Skalle Ros Hav Bak'.split(' ')
const TOWN = 'by borg sted strup rup købing ager holm bjerg lev inge næs'.split(' ')
const TRADE = 'Byg Tømrer Rengøring Transport Auto VVS Consult Logistik Bageri Service Entreprise Revision Gartneri Catering'.split(' ')
const FORM = ['A/S', 'ApS', 'I/S', 'Holding ApS', 'Group A/S']
const STREET = 'vej gade allé stræde vænget parken toften bakken'.split(' ')
const KNOWN_TOWNS =
  'Odense Aarhus Vejle Randers Kolding Horsens Esbjerg Silkeborg Viborg Holbæk Slagelse Roskilde Aalborg København Hjørring Svendborg'.split(
    ' ',
  )
const OFFICES = [
  'Ankestyrelsen',
  'Udbetaling Danmark',
  'Region Midtjylland',
  'Region Syddanmark',
  'Skattestyrelsen',
  'Beskæftigelsesministeriet',
  'Arbejdstilsynet',
  'Familieretshuset',
  'Styrelsen for Arbejdsmarked og Rekruttering',
  'Rigshospitalet',
  'Odense Universitetshospital',
  'Aarhus Byret',
  'Børne- og Familieafdelingen',
  'Kriminalforsorgen',
  'Borgerservice',
  'Psykiatrisk Ambulatorium',
  'Center for Sclerose',
  'Smertecentret',
  'Arbejdsmedicinsk Klinik',
  'Sundhedsstyrelsen',
]
const FIRMS = [
  'Netto',
  'Føtex',
  'Bilka',
  'Novo Nordisk',
  'Danske Bank',
  'Falck',
  'Vestas',
  'ISS',
  'Rema 1000',
  'Arla',
  'DSB',
  'PostNord',
  'Grundfos',
  'Coop',
  'Elgiganten',
]
const UNIONS = ['3F', 'FOA', 'HK', 'Dansk Metal', 'Krifa', 'Det Faglige Hus', 'BUPL', 'PFA Pension', 'Tryg Forsikring', 'PensionDanmark']
const PRODUCTS = [
  'Panodil',
  'Sertralin',
  'Gabapentin',
  'Teams',
  'MitID',
  'Digital Post',
  'Excel',
  'Jobnet',
  'Ipren',
  'Min Plan',
  'Word',
  'Ritalin',
  'NemKonto',
  'e-Boks',
  'Metformin',
]
const COUNTRIES = 'Danmark Sverige Tyskland Syrien Tyrkiet Somalia Polen Irak Vietnam Ukraine Norge Bosnien'.split(' ')

export const town = (random: Random): string => (random.chance(0.6) ? random.pick(KNOWN_TOWNS) : random.pick(START) + random.pick(TOWN))
export const street = (random: Random): string =>
  `${random.pick(['', '', 'Nørre ', 'Gammel ', 'Store '])}${random.pick(START)}${random.pick(STREET)} ${random.int(1, 180)}${random.pick(['', '', 'A', ', 2. tv'])}, ${random.int(1000, 9990)} ${town(random)}`
export const firm = (random: Random): string =>
  random.chance(0.5)
    ? random.pick(FIRMS)
    : `${random.pick(START)}${random.pick(TOWN)} ${random.pick(TRADE)}${random.chance(0.7) ? ` ${random.pick(FORM)}` : ''}`
export const office = (random: Random): string =>
  random.chance(0.35)
    ? random.pick([
        `${town(random)} Kommune`,
        `Jobcenter ${town(random)}`,
        `${town(random)} Sygehus`,
        `Lægehuset ${town(random)}`,
        `Sprogcenter ${town(random)}`,
      ])
    : random.pick(OFFICES)
export const union = (random: Random): string => random.pick(UNIONS)
export const product = (random: Random): string => random.pick(PRODUCTS)
export const country = (random: Random): string => random.pick(COUNTRIES)
export const day = (random: Random): string =>
  `${random.pick(['Mandag', 'Tirsdag', 'Onsdag', 'Torsdag', 'Fredag'])} den ${random.int(1, 28)}. ${random.pick(['januar', 'marts', 'maj', 'august', 'november'])} ${random.int(2023, 2026)}`
export const phone = (random: Random): string => `${random.int(20, 79)} ${random.int(10, 99)} ${random.int(10, 99)} ${random.int(10, 99)}`
export const date = (random: Random): string =>
  `${random.int(1, 28)}. ${random.pick(['januar', 'februar', 'april', 'juni', 'oktober'])} ${random.int(2022, 2026)}`
