import { shownEnum } from '#demo/labels.ts'
import { html, raw } from '#demo/server/html.ts'
import type { Raw } from '#demo/server/html.ts'
import { factDefinition, keysOfGroup } from '#utils/domain/fact-catalogue.ts'
import type { FactKey, GroupName } from '#utils/domain/fact-catalogue.ts'
import type { FactValue } from '#utils/domain/fact.ts'

export const NOTE_LIMIT = 8000

/** An input for a key. Its id has dots and brackets, as the classic system's have. */
export function input(key: FactKey, value: FactValue | undefined): Raw {
  const name = `command.felter[${key}]`
  const type = factDefinition(key)?.type ?? 'text'
  const text = shownIn(value)
  const choices = choicesOf(key)
  if (choices) return select(name, choices, text)
  if (type === 'richText' || type === 'textList' || /reasons|Reason|scope/.test(key)) {
    return raw(html`<textarea id="${name}" name="${name}" rows="4" maxlength="${NOTE_LIMIT}">${text}</textarea>`)
  }
  return raw(html`<input type="${INPUT_TYPES[type] ?? 'text'}" id="${name}" name="${name}" value="${text}" autocomplete="off" />`)
}

const INPUT_TYPES: Readonly<Record<string, string>> = { date: 'date', dateTime: 'datetime-local', number: 'number' }
const NONE_CHOSEN = ['', ''] as const

function choicesOf(key: FactKey): readonly (readonly [string, string])[] | null {
  const definition = factDefinition(key)
  if (definition?.type === 'yesNo') return [NONE_CHOSEN, ['true', 'Ja'], ['false', 'Nej']]
  if (definition?.type !== 'enum') return null
  return [NONE_CHOSEN, ...(definition.values ?? []).map((one) => [one, shownEnum(key, one)] as const)]
}

function shownIn(value: FactValue | undefined): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? value.join('\n') : String(value)
}

export function select(name: string, options: readonly (readonly [string, string])[], chosen: string): Raw {
  const items = options
    .map(([value, text]) => html`<option value="${value}" ${value === chosen ? raw(' selected') : null}>${text}</option>`)
    .join('')
  return raw(
    html`<select id="${name}" name="${name}">
      ${raw(items)}
    </select>`,
  )
}

/** Reads a posted form back into canonical values. */
export function valuesOf(form: URLSearchParams, group: GroupName): Readonly<Record<string, FactValue>> {
  const values: Record<string, FactValue> = {}
  for (const key of keysOfGroup(group)) {
    const text = form.get(`command.felter[${key}]`)
    if (text !== null) values[key] = parsed(key, text.trim())
  }
  return values
}

function parsed(key: FactKey, text: string): FactValue {
  if (text === '') return null
  const type = factDefinition(key)?.type
  if (type === 'number') return Number(text)
  if (type === 'yesNo') return text === 'true'
  if (type === 'textList') return text.split(/\r?\n/).filter(Boolean)
  return text.replaceAll('\r\n', '\n')
}
