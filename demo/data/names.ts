/** Names as one meets them in a Danish municipality; all combinations are drawn, none is a person. */
export const WOMEN = [
  'Anne', 'Mette', 'Kirsten', 'Louise', 'Camilla', 'Birgit', 'Sofie', 'Ida', 'Fatima', 'Aisha', 'Oksana', 'Agnieszka', 'Nadia', 'Zeynep', 'Thi Lan',
  'Parisa', 'Lone', 'Hanne', 'Julie', 'Freja', 'Malene', 'Ruta', 'Samira', 'Elif', 'Naja', 'Marjun', 'Gitte', 'Charlotte', 'Rikke', 'Sahra',
] as const
export const MEN = [
  'Lars', 'Peter', 'Henrik', 'Mikkel', 'Jens', 'Ahmad', 'Mustafa', 'Piotr', 'Emil', 'Noah', 'Torben', 'Ole', 'Mehmet', 'Abdi', 'Rasmus', 'Kasper',
  'Andriy', 'Minh', 'Hamid', 'Bjarne', 'Christoffer', 'Frederik', 'Dawit', 'Malik', 'Aleksander', 'Jonas', 'Carsten', 'Yusuf', 'Ivan', 'Søren',
] as const
export const SURNAMES = [
  'Holm', 'Nørgaard', 'Østerby', 'Kjeldsen', 'Bruun', 'Vestergaard', 'Lykkegaard', 'Toft', 'Dam', 'Skovgaard', 'Al-Hassan', 'Yılmaz', 'Kowalska',
  'Nguyen', 'Warsame', 'Petrenko', 'Rahimi', 'Demir', 'Haddad', 'Joensen', 'Olsvig', 'Mikkelsen', 'Rasmussen', 'Thygesen', 'Bach', 'Kaya', 'Ibrahim',
  'Svendsen', 'Ravn', 'Aagaard', 'Bjerregaard', 'Hviid', 'Krogh', 'Lund', 'Møller', 'Nowak', 'Overgaard', 'Poulsen', 'Quist', 'Tesfay',
] as const

/** Streets and a town that no register knows. */
export const STREETS = [
  'Prøvestenen', 'Mågelunden', 'Kastanjebuen', 'Humlevangen', 'Teglladen', 'Skrænthaven', 'Øvelsesvej', 'Klokkespillet', 'Regnbakken', 'Bomuldsgangen',
  'Sejlmagerstræde', 'Nordlysallé', 'Lindebuen', 'Tinsoldaten', 'Havtornlunden', 'Gasværkstoften',
] as const
export const TOWN = '2999 Øvelsesby'

export const COMPANIES = [
  'Nordhavn Lager & Logistik ApS', 'Bageriet Sigtebroen', 'Plejecenter Solbakken Øvelse', 'Havnens Cykelværksted', 'Grønt & Godt Kantine ApS', 'Butik Blåmejsen',
  'Tømrerfirmaet Spær & Søn', 'Børnehuset Regndråben', 'Hotel Fyrskibet', 'Kontorhuset Kompas A/S', 'Malermester Prik', 'Vaskeriet Hvidt Skum I/S',
  'Gartneriet Himmelblå', 'Elektrocentralen Øvelse A/S', 'Genbrug Anden Omgang', 'Frisør Saks & Søn', 'Bogladen Æselørene', 'Rengøring Rundt Om ApS',
] as const
export const PROVIDERS = [
  'Kurscentret Broen', 'Vejledning Vest ApS', 'VUC Øvelsesby', 'AMU Prøvestenen', 'Sprogskolen Alfa', 'Mentorhuset Øst', 'Jobfabrikken Delta', 'Kompetencegården',
] as const

export const CASEWORKERS = [
  'Karin Thyme', 'Morten Elkjær', 'Sanne Brix', 'Umar Siddiq', 'Pernille Fog', 'Anders Rimfaxe', 'Dorte Mandrup-Vang', 'Lejla Begovic', 'Steffen Aaby', 'Tina Højlund',
] as const
export const DOCTORS = ['Lægerne Klokkespillet', 'Lægehuset Prøvestenen', 'Praksis Nordlys', 'Lægefællesskabet Linden'] as const
export const TEAMS = ['Team Nord', 'Team Syd', 'Team Sygedagpenge', 'Team Ung', 'Team Fleks og afklaring', 'Team Integration'] as const
export const UNITS = ['Jobcenter København – CBA', 'Jobcenter København – UNG', 'Jobcenter København – CF', 'Jobcenter København – JKA', 'Jobcenter København – CAB'] as const
export const LANGUAGES = ['Arabisk', 'Somali', 'Polsk', 'Ukrainsk', 'Tyrkisk', 'Dari', 'Tigrinya', 'Vietnamesisk'] as const
