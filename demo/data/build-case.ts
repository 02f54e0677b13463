import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import type { FactKey } from '#utils/domain/fact-catalogue.ts'
import type { FactValue } from '#utils/domain/fact.ts'
import { buildFacts, inventAddress } from './build-facts.ts'
import { buildDocuments, buildNotes } from './build-journal.ts'
import { buildBenefits, buildCaseList, buildMeetings, buildOffers, statedRows } from './build-lists.ts'
import type { CaseRecord, PlantedFact, Relation, RowRecord } from './case-record.ts'
import { resolveDay } from './moment.ts'
import type { When } from './moment.ts'
import { CASEWORKERS } from './names.ts'
import { guidOf, hash32 } from './random.ts'
import { fillText, rowId, setScene } from './scene.ts'
import type { Scene } from './scene.ts'
import type { Story } from './story.ts'
import { withUsual } from './usual.ts'

/** Makes the case that a story tells. Journal and documents are written when first asked for: a list of 1,500 citizens stays cheap. */
export function buildCase(story: Story, made: { readonly today: CalendarDay; readonly seed: string; readonly named: boolean }): CaseRecord {
  const scene = completeScene(withUsual(story), made)
  const meetings = buildMeetings(scene)
  const facts = buildFacts(scene, meetings)
  return {
    guid: guidOf(`citizen:${story.slug}`),
    number: story.number ?? 100_000 + (hash32(`number:${story.slug}`) % 900_000),
    caseGuid: guidOf(`case:${story.slug}`),
    size: story.size,
    story: story.story,
    facts,
    lists: buildListsOf(scene, facts, meetings),
    relations: buildRelations(scene),
    planted: buildPlanted(scene),
    lock: story.lock ?? null,
    named: made.named,
  }
}

function completeScene(story: Story, made: { readonly today: CalendarDay; readonly seed: string }): Scene {
  const base = setScene(story, made)
  const stated = story.case.caseworker
  return {
    ...base,
    caseworker: typeof stated === 'string' ? stated : base.random.fork('caseworker').pick(CASEWORKERS),
    caseNumber:
      typeof story.case.number === 'string'
        ? story.case.number
        : `S${base.random.fork('number').int(26, 26)}-${base.random.fork('number2').int(10_000, 99_999)}`,
    start: resolveDay(made.today, (story.case.start ?? -90) as When),
  }
}

function buildListsOf(
  scene: Scene,
  facts: Partial<Record<FactKey, FactValue>>,
  meetings: readonly RowRecord<'meeting'>[],
): CaseRecord['lists'] {
  const { story } = scene
  const note = once(() => buildNotes(scene))
  const doc = once(() => buildDocuments(scene))
  return {
    personGroup: statedRows(scene, 'personGroup', story.personGroups),
    caseList: buildCaseList(scene, facts),
    deadline: statedRows(scene, 'deadline', story.deadlines),
    meeting: meetings,
    agreement: statedRows(scene, 'agreement', story.agreements),
    offer: buildOffers(scene),
    section: statedRows(scene, 'section', story.sections),
    decision: statedRows(scene, 'decision', story.decisions),
    task: statedRows(scene, 'task', story.tasks),
    benefit: buildBenefits(scene),
    get note() {
      return note()
    },
    get doc() {
      return doc()
    },
  }
}

function buildRelations(scene: Scene): readonly Relation[] {
  const random = scene.random.fork('relations')
  return (scene.story.relations ?? []).map(({ as, role, name }) => ({
    role,
    name,
    cpr: scene.others.get(as)?.cpr ?? '',
    address: inventAddress(random),
  }))
}

/** Points planted facts at the rows they name. */
function buildPlanted(scene: Scene): readonly PlantedFact[] {
  const rows = new Map(rowNames(scene.story).map(({ group, name }) => [name, rowId(scene, group, name)]))
  const resolve = (names: readonly string[]) => names.map((name) => rows.get(name) ?? name)
  return (scene.story.planted ?? []).map((fact) => ({
    ...fact,
    id: `${scene.story.slug}/${fact.id}`,
    at: resolve(fact.at),
    cites: resolve(fact.cites),
    question: fillText(scene, fact.question),
    answer: fillText(scene, fact.answer),
  }))
}

function rowNames(story: Story): readonly { group: string; name: string }[] {
  const lists = {
    note: story.notes,
    doc: story.documents,
    decision: story.decisions,
    meeting: story.meetings,
    offer: story.offers,
    task: story.tasks,
    agreement: story.agreements,
    section: story.sections,
  }
  return Object.entries(lists).flatMap(([group, rows]) => (rows ?? []).flatMap(({ rowId: name }) => (name ? [{ group, name }] : [])))
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}
