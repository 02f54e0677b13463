import type { Random } from '../support/random.ts'

/** Somebody whom the file is not about. Nobody has such a name, and nobody can have such a number. */
export interface Stranger {
  readonly name: string
  readonly cpr: string
  readonly phone: string
  readonly address: string
}

const FIRST = ['Bi', 'Ga', 'Ju', 'Ko', 'Ly', 'Mø', 'Ra', 'Si', 'Tå', 'Ve']
const SECOND = ['dor', 'fin', 'gust', 'kael', 'lvia', 'nette', 'rik', 'sofi', 'thor', 'våld']
const LAST = ['Brøgskov', 'Dunkvist', 'Fjeldrup', 'Gyvelmark', 'Hastrupsen', 'Kvistlund', 'Mosevang', 'Pilegrav', 'Ravnkilde', 'Sølvbæk']
const ROADS = ['Tornvænget', 'Klitrosevej', 'Gasværksstien', 'Rypelyngen', 'Ålekistevangen']

export function stranger(random: Random): Stranger {
  const two = (value: number) => String(value).padStart(2, '0')
  const date = `${two(random.int(1, 28))}${two(random.int(1, 12))}${two(random.int(37, 99))}`
  return {
    name: `${random.pick(FIRST)}${random.pick(SECOND)} ${random.pick(LAST)}`,
    cpr: `${date}${random.int(5, 8)}${String(random.int(0, 999)).padStart(3, '0')}`,
    phone: String(random.int(20_000_000, 99_999_999)),
    address: `${random.pick(ROADS)} ${random.int(100, 999)}`,
  }
}

export type SecretKind = keyof Stranger

/** One of the ways people write it. */
export function spell(random: Random, kind: SecretKind, { name, cpr, phone, address }: Stranger): string {
  const day = [cpr.slice(0, 2), cpr.slice(2, 4), cpr.slice(4, 6)]
  switch (kind) {
    case 'cpr':
      return random.pick([
        `${cpr.slice(0, 6)}-${cpr.slice(6)}`,
        cpr,
        `${cpr.slice(0, 6)} ${cpr.slice(6)}`,
        `${day.join('.')}-${cpr.slice(6)}`,
      ])
    case 'phone':
      return random.pick([phone, phone.replace(/(..)(?=.)/g, '$1 '), `${phone.slice(0, 4)} ${phone.slice(4)}`])
    case 'name':
      return random.pick([name, name.toUpperCase(), name])
    case 'address':
      return address
  }
}

const WORDS =
  'borgeren har været til samtale om tilbud og ønsker praktik i en virksomhed der er aftalt opfølgning efter sommeren planen bliver ændret lægen skriver at arbejde på nedsat tid kan forsøges notat aftale møde igen næste uge'.split(
    ' ',
  )

export function words(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.pick(WORDS)).join(' ')
}
