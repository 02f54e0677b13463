import type { PersonRole } from '#utils/disclosure/model/finding.ts'
import type { Random } from '../support/random.ts'
import { country, date, day, firm, office, phone, product, street, town, union } from './distractors.ts'
import { inventName, type InventedName } from './invent-names.ts'
import { BODY, ENDS, HEADS } from './templates.ts'

export interface Entity {
  readonly start: number
  readonly end: number
  readonly role?: PersonRole
  readonly listed?: boolean
}

export interface NameSample {
  readonly id: string
  readonly text: string
  readonly persons: readonly Entity[]
}

const ROLES: Readonly<Record<string, PersonRole>> = {
  b: 'borger',
  s: 'sagsbehandler',
  d: 'læge',
  r: 'pårørende',
  e: 'arbejdsgiver',
  o: 'uvedkommende',
}
const DISTRACTORS: Readonly<Record<string, (random: Random) => string>> = {
  TOWN: town,
  STREET: street,
  FIRM: firm,
  OFFICE: office,
  UNION: union,
  PRODUCT: product,
  COUNTRY: country,
  DAY: day,
  DATE: date,
  PHONE: phone,
}
const SLOT = /\{([a-z])?([12IG]{0,2})!?\}|\{([A-Z]{2,})\}/g

/** One text: a head, ten to sixteen sentences, an end; with a cast of its own. */
export function generate(at: number, random: Random): NameSample {
  const cast = new Map(Object.keys(ROLES).map((key) => [key, inventName(random)]))
  const kind = random.pick(Object.keys(HEADS))
  const head = random.pick(HEADS[kind] ?? [''])
  const end = random.pick(ENDS)
  const body = introduced(random.sample(BODY, random.int(10, 16)), head + end)
  const script = head + body.map((line) => line + (random.chance(0.15) ? '\n' : '')).join('') + end
  return fill(`${kind}-${at}`, script, { cast, random })
}

const PARTIAL = /\{([a-z])[12I]G?!?\}/g

/** A person is called by the first or last name only where the whole name stands somewhere in the text. */
function introduced(lines: readonly string[], around: string): readonly string[] {
  const whole = (key: string | undefined) =>
    ['', 'G', '!'].some((form) => [around, ...lines].some((line) => line.includes(`{${key ?? ''}${form}}`)))
  return lines.filter((line) => [...line.matchAll(PARTIAL)].every(([, key]) => whole(key)))
}

interface Stage {
  readonly cast: ReadonlyMap<string, InventedName>
  readonly random: Random
}

function fill(id: string, script: string, { cast, random }: Stage): NameSample {
  const persons: Entity[] = []
  let [text, from] = ['', 0]
  for (const match of script.matchAll(SLOT)) {
    text += script.slice(from, match.index)
    from = match.index + match[0].length
    const [, key, form = '', distractor] = match
    const name = key === undefined ? undefined : cast.get(key)
    if (distractor !== undefined) text += DISTRACTORS[distractor]?.(random) ?? ''
    if (!name || key === undefined) continue
    const written = writtenAs(name, form)
    const role = tells(script, key) ? ROLES[key] : undefined
    persons.push({ start: text.length, end: text.length + written.length, listed: name.listed, ...(role && { role }) })
    text += written + (form.includes('G') ? genitive(written) : '')
  }
  return { id, text: text + script.slice(from), persons }
}

/** Whether the text says anywhere what this person is; otherwise nobody could know. */
function tells(script: string, key: string): boolean {
  return ['', '1', '2', 'I'].some((form) => script.includes(`{${key}${form}!}`))
}

function writtenAs({ first, last }: InventedName, form: string): string {
  if (form.startsWith('1')) return first
  if (form.startsWith('2')) return last
  return form.startsWith('I') ? `${first.charAt(0)}. ${last}` : `${first} ${last}`
}

function genitive(name: string): string {
  return /[sxz]$/.test(name) ? "'" : 's'
}
