import type { Random } from '../support/random.ts'
import { digits, inventNumber, two } from './numbers.ts'

/** Something with digits that is no CPR number, as people write it in a case. */
export interface LookAlike {
  readonly name: string
  readonly write: (random: Random) => string
}

const pairs = (random: Random, count: number) => Array.from({ length: count }, () => digits(random, 2)).join(' ')
const date = (random: Random, sign: string) => `${two(random.int(1, 28))}${sign}${two(random.int(1, 12))}${sign}`
const clock = (random: Random, sign: string) => `${two(random.int(7, 17))}${sign}${two(random.int(0, 59))}`
/** Ten digits that begin with no day: day 32–60 or month 13–99. */
const noDay = (random: Random) =>
  random.chance(0.5)
    ? `${random.int(32, 60)}${two(random.int(1, 12))}${digits(random, 6)}`
    : `${two(random.int(1, 28))}${random.int(13, 99)}${digits(random, 6)}`
/** Ten digits that could be a number, where a word before them says that they are not. */
const shaped = inventNumber

export const LOOK_ALIKES: readonly LookAlike[] = [
  { name: 'phone', write: (r) => `${r.pick(['tlf. ', 'Telefon: ', 'mobil ', '+45 ', '0045 '])}${r.int(20, 99)} ${pairs(r, 3)}` },
  { name: 'two phones', write: (r) => `tlf. ${r.int(20, 99)} ${pairs(r, 3)} / ${r.int(20, 99)} ${pairs(r, 3)}` },
  { name: 'phone together', write: (r) => `${r.pick(['tlf. ', 'tlf.nr. +45', '+45'])}${r.int(20, 99)}${digits(r, 6)}` },
  { name: 'date and time', write: (r) => `${date(r, '.')}${r.pick(['26', '2026'])} ${r.pick(['', 'kl. '])}${clock(r, ':')}` },
  { name: 'date and time with hyphens', write: (r) => `${date(r, '-')}2026 ${clock(r, r.pick([':', '.']))}` },
  { name: 'day and time', write: (r) => `${date(r, '.')}${r.int(20, 26)} kl. ${clock(r, '')}` },
  { name: 'timestamp', write: (r) => `2026${two(r.int(1, 12))}${two(r.int(1, 28))}${clock(r, '')}${two(r.int(0, 59))}` },
  { name: 'from date to date', write: (r) => `${date(r, '.')}2025-${date(r, '.')}2026` },
  { name: 'company', write: (r) => `CVR${r.pick(['-nr. ', ' ', ': '])}${r.int(10, 39)}${digits(r, 6)}` },
  { name: 'production unit', write: (r) => `${r.pick(['P-nr. ', 'P-nummer: ', 'p-nr.: '])}${shaped(r)}` },
  {
    name: 'account',
    write: (r) => `${r.pick(['konto ', 'kontonr. ', 'reg. '])}${digits(r, 4)} ${r.chance(0.5) ? shaped(r) : digits(r, 10)}`,
  },
  { name: 'account with a hyphen', write: (r) => `konto ${digits(r, 4)}-${shaped(r)}` },
  { name: 'IBAN', write: (r) => `IBAN DK${digits(r, 2)} ${digits(r, 4)} ${digits(r, 4)} ${digits(r, 4)} ${digits(r, 2)}` },
  {
    name: 'case',
    write: (r) => `${r.pick(['sagsnr. ', 'Sagsnummer: ', 'journalnr. ', 'j.nr. '])}${r.int(2019, 2026)}-${digits(r, 6)}-${digits(r, 2)}`,
  },
  { name: 'case of ten digits', write: (r) => `${r.pick(['sagsnr. ', 'Journalnr.: ', 'dokumentnr. '])}${shaped(r)}` },
  { name: 'invoice', write: (r) => `${r.pick(['faktura ', 'fakturanr. ', 'ordrenr. ', 'bilag '])}${shaped(r)}` },
  { name: 'customer', write: (r) => `${r.pick(['kundenr. ', 'medlemsnr. ', 'policenr.: '])}${shaped(r)}` },
  { name: 'ten digits that begin with no day', write: noDay },
  { name: 'no day, with a hyphen', write: (r) => noDay(r).replace(/^(\d{6})/, '$1-') },
  { name: 'eleven digits', write: (r) => `${shaped(r)}${digits(r, 1)}` },
  { name: 'thirteen digits', write: (r) => `${r.pick(['', 'EAN '])}57${digits(r, 1)}${shaped(r)}` },
  { name: 'amount', write: (r) => `${r.int(1, 31)}.${digits(r, 3)}.${digits(r, 3)},${digits(r, 2)} kr.` },
  { name: 'card', write: (r) => `${digits(r, 4)} ${digits(r, 4)} ${digits(r, 4)} ${digits(r, 4)}` },
  { name: 'id with letters', write: (r) => `${hex(r, 8)}-${hex(r, 4)}-${hex(r, 4)}-${hex(r, 4)}-${hex(r, 12)}` },
  { name: 'digits inside a code', write: (r) => `${r.pick(['AB', 'XK', 'FV'])}${shaped(r)}${r.pick(['DK', 'Z', 'QX'])}` },
  {
    name: 'address and postcode',
    write: (r) => `Øvelsesvej ${r.int(1, 99)}, ${digits(r, 4)} Prøveby, tlf. ${r.int(20, 99)}${digits(r, 6)}`,
  },
  { name: 'row of figures', write: (r) => `${r.int(100, 999)} ${r.int(100, 999)} ${r.int(1000, 9999)} ${r.int(10, 99)}` },
]

function hex(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.int(0, 15).toString(16)).join('')
}
