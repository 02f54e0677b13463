import { startsWithDay } from '#utils/privacy/cpr-number.ts'

/** A typed CPR number: its ten digits, or what is wrong with it. Nothing typed is not a fault. */
export function readCpr(typed: string): { readonly digits: string | null; readonly fault: string | null } {
  const digits = typed.replaceAll(/[\s\u2010-\u2015-]/g, '')
  if (digits === '') return { digits: null, fault: null }
  if (!/^\d*$/.test(digits)) return { digits: null, fault: 'Et CPR-nummer har kun tal.' }
  if (digits.length < 10) return { digits: null, fault: null }
  if (digits.length > 10) return { digits: null, fault: 'Et CPR-nummer har ti tal.' }
  return startsWithDay(digits) ? { digits, fault: null } : { digits: null, fault: 'De første seks tal er ikke en dato.' }
}
