import { findCpr } from '#utils/privacy/find-cpr.ts'
import type { Confidence } from '#utils/privacy/cpr-hit.ts'
import type { Mark } from './mark.ts'

/**
 * Numbers that are not CPR numbers. Each pattern is a fixed row of classes with bounded repeats, so that time follows the
 * length of the text.
 */
const EDGE = String.raw`(?<![\p{L}\p{N}])`
const END = String.raw`(?![\p{L}\p{N}])`
const PHONE = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,-]|\d[ /])(?:(?:\+|00) ?45[ -]?)?[2-9]\d(?:[ .-]?\d\d){3}(?![\p{L}\p{N}]|[,.-]\d|[ -]\d\d)`,
  'gu',
)
const FOREIGN_PHONE = /(?<![\p{L}\p{N}])\+(?!45)\d{1,3}(?:[ ().-]{0,2}\d){6,12}(?!\d)/gu
const EIGHT = new RegExp(String.raw`${EDGE}\d\d ?\d\d ?\d\d ?\d\d${END}`, 'gu')
const ACCOUNT = new RegExp(
  String.raw`${EDGE}\d{4}(?:[ -–/]|, ?| - |[ ,]{0,2}(?:konto|kto|kontonr|kontonummer)[.: ]{1,3}){1}\d[\d ]{4,10}\d${END}`,
  'giu',
)
const IBAN = new RegExp(String.raw`${EDGE}[A-Z]{2}\d\d(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?${END}`, 'gu')
const PLATE = new RegExp(String.raw`${EDGE}[A-ZÆØÅ]{2} ?\d\d ?\d{3}${END}`, 'gu')
const SEEN_BEFORE = 32

const ACCOUNT_WORD = /(?:konto|kto|reg\.? ?n|regnr|registreringsn|bank|nemkonto|indbetal|overfør)[^\n]{0,30}$/i
const CVR_WORD = /(?:cvr|se-?n|p-?n)[^\p{L}\n]{0,4}(?:nr|nummer)?[^\p{L}\n]{0,4}$/iu
const PHONE_WORD = /(?:tlf|tel|telefon|telefonnummer|mobil|mobilnr|mob|ring|fax|sms|nummer|nr|på|lokal|privat)[^\p{L}\n]{0,5}$/iu
const PLATE_WORD = /(?:plade|reg|bil|køretøj|indreg|nummer|stel|varevogn|motorcykel)[^\n]{0,24}$/i
/** Eight digits that a word before makes something else. */
const OTHER_WORD =
  /(?:sag|j(?:ournal)?\.?|faktura|ordre|dok(?:ument)?|akt|kunde|medlem|konto|police|ean|id|ref|bilag|kontrakt)\p{L}{0,12}[^\p{L}\n]{0,5}(?:nr|nummer)?[^\p{L}\n]{0,5}$/iu
const DATE =
  /^(?:0[1-9]|[12]\d|3[01])[ .-]?(?:0[1-9]|1[0-2])[ .-]?(?:19|20)\d\d$|^(?:19|20)\d\d[ .-]?(?:0[1-9]|1[0-2])[ .-]?(?:0[1-9]|[12]\d|3[01])$/
const CVR_WEIGHTS = [2, 7, 6, 5, 4, 3, 2, 1]

/** All numbers of a text in the order they stand; where two overlap, the first given wins. */
export function findNumbers(text: string): readonly Mark[] {
  if (!/\p{Nd}/u.test(text)) return []
  return [...cprNumbers(text), ...ibans(text), ...accounts(text), ...companies(text), ...plates(text), ...phones(text)]
}

function cprNumbers(text: string): readonly Mark[] {
  return findCpr(text).map(({ start, end, digits, spelling, confidence }) => ({
    start,
    end,
    category: 'cpr',
    confidence,
    same: digits,
    why: `cpr-${spelling}`,
  }))
}

type Judge = (written: string, before: string) => { readonly confidence: Confidence; readonly why: string } | null

function each(text: string, pattern: RegExp, category: Mark['category'], judge: Judge): readonly Mark[] {
  const found: Mark[] = []
  for (const match of text.matchAll(pattern)) {
    const start = match.index
    const judged = judge(match[0], text.slice(Math.max(0, start - SEEN_BEFORE), start))
    if (judged) found.push({ start, end: start + match[0].length, category, same: bare(match[0]), ...judged })
  }
  return found
}

const bare = (written: string) => written.replaceAll(/[^\p{L}\p{N}+]/gu, '').toUpperCase()

function phones(text: string): readonly Mark[] {
  const danish = each(text, PHONE, 'phone', (written, before) => {
    if (written.startsWith('+') || written.startsWith('00')) return { confidence: 'high', why: 'phone-country' }
    if (DATE.test(written) || OTHER_WORD.test(before)) return null
    if (PHONE_WORD.test(before)) return { confidence: 'high', why: 'phone-word' }
    return { confidence: 'medium', why: 'phone-shape' }
  }).map((mark) => ({ ...mark, same: mark.same.slice(-8) }))
  return [...danish, ...each(text, FOREIGN_PHONE, 'phone', () => ({ confidence: 'high', why: 'phone-country' }))]
}

function companies(text: string): readonly Mark[] {
  return each(text, EIGHT, 'cvr', (written, before) => {
    if (!CVR_WORD.test(before)) return null
    return { confidence: passesCvrCheck(bare(written)) ? 'high' : 'medium', why: 'cvr-word' }
  })
}

/** The check of CVR numbers: it weighs, and never rejects. */
function passesCvrCheck(digits: string): boolean {
  return CVR_WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(digits.charAt(at)), 0) % 11 === 0
}

function accounts(text: string): readonly Mark[] {
  return each(text, ACCOUNT, 'account', (written, before) => {
    const digits = written.replaceAll(/\D/g, '')
    if (digits.length < 10 || digits.length > 14) return null
    if (ACCOUNT_WORD.test(before) || /k(?:on)?to/i.test(written)) return { confidence: 'high', why: 'account-word' }
    return digits.length === 14 ? { confidence: 'medium', why: 'account-shape' } : null
  })
}

function ibans(text: string): readonly Mark[] {
  return each(text, IBAN, 'iban', (written, before) => {
    const named = /iban[^\p{L}\n]{0,6}$/iu.test(before)
    if (passesIbanCheck(bare(written))) return { confidence: 'high', why: 'iban-check' }
    return named ? { confidence: 'medium', why: 'iban-word' } : null
  })
}

function passesIbanCheck(written: string): boolean {
  let rest = 0
  for (const character of written.slice(4) + written.slice(0, 4)) {
    const value = Number.parseInt(character, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}

function plates(text: string): readonly Mark[] {
  return each(text, PLATE, 'number-plate', (written, before) => {
    if (PLATE_WORD.test(before)) return { confidence: 'high', why: 'plate-word' }
    return written.includes(' ') ? { confidence: 'medium', why: 'plate-shape' } : { confidence: 'low', why: 'plate-shape' }
  })
}
