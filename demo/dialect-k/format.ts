import { shownEnum, shownYesNo } from '#demo/labels.ts'
import { BREAK_MARK } from '#demo/data/cpr.ts'
import { inWords } from '#demo/data/moment.ts'
import { escapeHtml, html, raw } from '#demo/server/html.ts'
import type { Raw } from '#demo/server/html.ts'
import type { DateStyle, Steering } from '#demo/server/steering.ts'
import { addDays } from '#utils/domain/calendar-day.ts'
import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import { factDefinition } from '#utils/domain/fact-catalogue.ts'
import type { FactKey, FactType } from '#utils/domain/fact-catalogue.ts'
import type { FactValue } from '#utils/domain/fact.ts'

/** What the spelling of a value depends on. */
export interface Spelling {
  readonly today: CalendarDay
  readonly steering: Steering
}

/** A value in the classic dialect's own spelling, as markup. An empty value writes nothing. */
export function spelt(key: FactKey, value: FactValue | undefined, spelling: Spelling): Raw {
  if (value === null || value === undefined) return raw('')
  const type = factDefinition(key)?.type ?? 'text'
  return raw(WRITERS[type](value, spelling, key))
}

const WRITERS: Readonly<Record<FactType, (value: NonNullable<FactValue>, spelling: Spelling, key: FactKey) => string>> = {
  text: (value) => escapeHtml(String(value)),
  id: (value) => escapeHtml(String(value)),
  richText: (value) => richText(String(value)),
  number: (value) => escapeHtml(Number(value).toLocaleString('da-DK')),
  yesNo: (value) => shownYesNo(value === true),
  enum: (value, _spelling, key) => escapeHtml(shownEnum(key, String(value))),
  cpr: (value) => escapeHtml(spacedCpr(String(value))),
  date: (value, spelling) => shownDay(String(value), spelling),
  dateTime: (value, spelling) => shownTime(String(value), spelling),
  textList: (value) =>
    `<ul class="liste">${(Array.isArray(value) ? value : [value]).map((item) => html`<li>${String(item)}</li>`).join('')}</ul>`,
}

/** Text as people wrote it: line breaks and `<wbr>` are markup, all else is text. */
export function richText(text: string): string {
  return escapeHtml(text).replaceAll(BREAK_MARK, '<wbr>').replaceAll('\n', '<br>')
}

export function shownDay(day: string, { today, steering }: Spelling): string {
  if (steering.dates === 'dialect' && day === today) return 'i dag'
  if (steering.dates === 'dialect' && day === addDays(today, -1)) return 'i går'
  return inStyle(day, steering.dates)
}

function shownTime(at: string, spelling: Spelling): string {
  const [day = '', time = ''] = at.split('T')
  const { steering, today } = spelling
  if (steering.dates === 'iso') return `${day} ${time}`
  if (steering.dates !== 'dialect') return `${inStyle(day, steering.dates)} kl. ${time}`
  const named = day === today || day === addDays(today, -1)
  const [year = '', month = '', dayOfMonth = ''] = day.split('-')
  return `${named ? shownDay(day, spelling) : `${dayOfMonth}.${month}.${year.slice(2)}`} kl. ${time.replace(':', '.')}`
}

function inStyle(day: string, style: DateStyle): string {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-')
  const styles: Readonly<Record<DateStyle, () => string>> = {
    dialect: () => `${dayOfMonth}.${month}.${year}`,
    dots: () => `${dayOfMonth}.${month}.${year}`,
    dashes: () => `${dayOfMonth}-${month}-${year}`,
    slashes: () => `${dayOfMonth}/${month}/${year}`,
    words: () => inWords(day as CalendarDay),
    iso: () => day,
  }
  return styles[style]()
}

const spacedCpr = (cpr: string) => `${cpr.slice(0, 6)} ${cpr.slice(6)}`
export const hyphenCpr = (cpr: string) => `${cpr.slice(0, 6)}-${cpr.slice(6)}`

/** A CPR number of the open citizen: masked behind a button when that is steered. */
export function cprCell(cpr: string, number: number, spelling: Spelling): Raw {
  if (!spelling.steering.maskCpr) return raw(html`<span class="cpr-nr">${spacedCpr(cpr)}</span>`)
  return raw(
    html`<span class="cpr-nr maskeret">${`${cpr.slice(0, 6)}-XXXX`}</span>
      <button type="button" class="link-knap vis-cpr" data-id="${number}">Vis</button>`,
  )
}
