import { factDefinition, keysOfGroup } from '#utils/domain/fact-catalogue.ts'
import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import type { FactKey, GroupName } from '#utils/domain/fact-catalogue.ts'
import type { FactValue } from '#utils/domain/fact.ts'
import { parseCalendarDay } from '#utils/domain/calendar-day.ts'
import { BREAK_MARK, SPELLINGS, inventCpr, lookAlikes } from './cpr.ts'
import { inShort, inWords, officeDay, resolveDay } from './moment.ts'
import type { When } from './moment.ts'
import type { Random } from './random.ts'
import { guidOf, seeded } from './random.ts'
import type { Story, StoryRow, StoryValue } from './story.ts'
import { fillSlots } from './texts/write-note.ts'

/** What every part of the builder needs to know about the person whose case it builds. */
export interface Scene {
  readonly story: Story
  readonly today: CalendarDay
  readonly random: Random
  readonly born: CalendarDay
  readonly cpr: string
  readonly firstName: string
  readonly caseworker: string
  readonly caseNumber: string
  readonly start: CalendarDay
  /** CPR numbers of the people the story names, by what it calls them. */
  readonly others: ReadonlyMap<string, { readonly cpr: string; readonly name: string }>
}

export function setScene(
  story: Story,
  { today, seed }: { today: CalendarDay; seed: string },
): Omit<Scene, 'caseworker' | 'caseNumber' | 'start'> {
  const random = seeded(`${seed}/${story.slug}`)
  const born = parseCalendarDay(story.born)
  if (born === null) throw new RangeError('not-a-calendar-day')
  const others = new Map(
    (story.relations ?? []).map((relation) => {
      const otherBorn = parseCalendarDay(relation.born)
      if (otherBorn === null) throw new RangeError('not-a-calendar-day')
      return [relation.as, { name: relation.name, cpr: inventCpr(otherBorn, random.fork(`cpr:${relation.as}`)) }]
    }),
  )
  return {
    story,
    today,
    random,
    born,
    cpr: inventCpr(born, random.fork('cpr'), story.female),
    firstName: story.name.split(' ')[0] ?? story.name,
    others,
  }
}

/** Values of a story's row under their canonical keys; fields the story leaves out are empty (`null`). */
export function rowValues<G extends GroupName>(scene: Scene, group: G, row: StoryRow<G>): Partial<Record<FactKey, FactValue>> {
  const given = row as Readonly<Record<string, StoryValue | undefined>>
  return Object.fromEntries(
    keysOfGroup(group).map((key) => {
      const value = given[key.slice(group.length + 1)]
      return [key, value === undefined ? null : resolveValue(scene, key, value)]
    }),
  )
}

/** A word of a story's case, or nothing. */
export function stated(value: StoryValue | undefined): string {
  return typeof value === 'string' ? value : ''
}

export function rowId(scene: Pick<Scene, 'story'>, group: string, name: string | number): string {
  return guidOf(`${scene.story.slug}:${group}:${name}`)
}

function resolveValue(scene: Scene, key: FactKey, value: StoryValue): FactValue {
  const type = factDefinition(key)?.type
  if (value === null) return null
  if (type === 'date') return resolveDay(scene.today, value as When)
  if (type === 'dateTime') {
    const [when, time] = value as readonly [When, string]
    return `${officeDay(resolveDay(scene.today, when), scene.today)}T${time}`
  }
  if (typeof value === 'string') return fillText(scene, value)
  if (Array.isArray(value)) return (value as readonly string[]).map((item) => fillText(scene, item))
  return value as FactValue
}

/**
 * Slots of story texts: `{d:-30}` a day in words, `{s:-30}` in short, `{cpr:barn}` a named relation's number in its usual
 * spelling, `{cpr7:barn}` in spelling 7, `{navn:barn}`, `{eget}` the citizen's own number, `{ligner}` look-alikes,
 * `{stor:2000000}` so many characters of text, and the slots of the filler texts.
 */
export function fillText(scene: Scene, text: string): string {
  const filled = text
    .replaceAll(/\{(d|s|cpr\d*|navn|stor):([^}]+)\}/g, (whole, slot: string, name: string) => storySlot(scene, slot, name) ?? whole)
    .replaceAll('{eget}', `${scene.cpr.slice(0, 6)}-${scene.cpr.slice(6)}`)
    .replaceAll('{ligner}', () => lookAlikes(scene.random.fork('ligner')).join(', '))
    .replaceAll('{wbr}', BREAK_MARK)
  return fillSlots(filled, { on: scene.today, firstName: scene.firstName, caseworker: scene.caseworker, words: 0 }, scene.random.fork(text))
}

function storySlot(scene: Scene, slot: string, name: string): string | null {
  if (slot === 'd') return inWords(resolveDay(scene.today, Number(name)))
  if (slot === 's') return inShort(resolveDay(scene.today, Number(name)))
  if (slot === 'stor') {
    return 'Gentaget log fra import, uden betydning for sagen. '.repeat(Math.ceil(Number(name) / 51)).slice(0, Number(name))
  }
  const other = scene.others.get(name)
  if (!other) return null
  if (slot === 'navn') return other.name
  return SPELLINGS[Number(slot.slice(3) || '0') % SPELLINGS.length]?.(other.cpr) ?? null
}
