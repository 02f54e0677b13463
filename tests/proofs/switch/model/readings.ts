import type { FactList, NotRead } from '#utils/domain/case-view.ts'
import type { Fact } from '#utils/domain/fact.ts'
import { asId } from '#utils/domain/ids.ts'
import { glimpseOf } from '#utils/page/candidate.ts'
import type { IdentityReading, PageReading } from '#utils/page/page-reading.ts'
import type { Look, WatchEvent } from '#utils/page/watch-types.ts'
import { BLOCKS, type BlockName, type HostDocument, type Linking, type Panel } from './host-document.ts'
import { caseIdOf, cprOf, guidOf, nameOf, textOf, type Shown } from './people.ts'

/** What each panel holds: the first is a single fact, the second a list. */
const PARTS: Readonly<Record<BlockName, { readonly fact: string; readonly list: string | null }>> = {
  header: { fact: 'case.number', list: null },
  overview: { fact: 'citizen.obsNote1', list: 'task' },
  contact: { fact: 'contact.exemptionReason', list: 'meeting' },
  journal: { fact: 'plan.goal', list: 'note' },
}
export const PARTS_OF_PAGE = Object.values(PARTS).flatMap(({ fact, list }) => (list === null ? [fact] : [fact, list]))

type Reading = Extract<WatchEvent, { type: 'read' }>['reading']

/** What a reader sees of a document at a glance. */
export function lookAt(doc: HostDocument): Look {
  const { place, linking } = doc
  const condition = doc.notice ?? (doc.busy ? 'busy' : 'ready')
  if (place.kind === 'elsewhere') return { pageKind: null, citizens: 'none', condition, identity: identityOf(doc, linking) }
  if (place.kind !== 'case')
    return {
      pageKind: place.kind === 'list' ? 'case-list' : 'start',
      citizens: place.kind === 'list' ? 'many' : 'none',
      condition,
      identity: identityOf(doc, linking),
    }
  return { pageKind: place.screen, citizens: 'single', condition, identity: identityOf(doc, linking) }
}

function identityOf({ place, header }: HostDocument, linking: Linking): IdentityReading {
  const route = place.kind === 'case' ? guidOf(place.of.citizen) : null
  const inHeader = linking === 'linked' && header ? guidOf(header.citizen) : null
  const caseOfRoute = place.kind === 'case' ? caseIdOf(place.of) : null
  const disagreement =
    (route !== null && inHeader !== null && route !== inHeader) ||
    (header !== null && caseOfRoute !== null && caseOfRoute !== caseIdOf(header) && linking === 'linked')
  const citizenId = route !== null && inHeader !== null && route !== inHeader ? null : (route ?? inHeader)
  const said = [
    ['citizenId', route],
    ['citizenId', inHeader],
    ['cpr', header && cprOf(header.citizen)],
    ['caseId', header && caseIdOf(header)],
    ['caseId', linking === 'linked' ? caseOfRoute : null],
  ]
  return {
    citizenId,
    cpr: header ? cprOf(header.citizen) : null,
    name: header ? nameOf(header.citizen) : null,
    caseId: header ? caseIdOf(header) : null,
    sources: ['route', 'header-cpr', 'header-name'],
    confirmed: !disagreement && route !== null && header !== null,
    linked: inHeader !== null && route !== null,
    disagreement,
    glimpsed: said.flatMap(([field, value]) => (field && value ? [glimpseOf(field, value)] : [])),
  }
}

/** A reading in the order a reader works: whose page, then panel by panel. Each `take` reads one more panel of the document as it is then. */
export class SlowReading {
  readonly #doc: HostDocument
  readonly #look: Look
  readonly #facts: Record<string, Fact> = {}
  readonly #lists: Record<string, FactList> = {}
  readonly #notRead: NotRead[] = []
  readonly #origin: Record<string, string> = {}
  readonly #marks: { block: string; mark: string }[] = []
  readonly #loading: string[] = []

  constructor(doc: HostDocument) {
    this.#doc = doc
    this.#look = lookAt(doc)
  }

  take(block: BlockName): void {
    const { header, panels } = this.#doc
    const panel: Panel = block === 'header' ? (header ? { of: header, version: 0 } : 'loading') : (panels.get(block) ?? 'absent')
    const { fact, list } = PARTS[block]
    const parts = list === null ? [fact] : [fact, list]
    if (typeof panel === 'string') {
      const why = panel === 'absent' ? 'not-found' : panel
      this.#notRead.push(...parts.map((part) => ({ part, why }) as const))
      if (panel === 'loading') this.#loading.push(block)
      if (panel === 'failed') this.#marks.push({ block, mark: 'failed' })
      return
    }
    this.#show(block, panel.of, panel.version)
  }

  #show(block: BlockName, of: Shown, version: number): void {
    const { fact, list } = PARTS[block]
    const value = textOf(of, `${block} ${version}`)
    this.#facts[fact] = factOf(fact, value)
    this.#origin[fact] = block
    this.#marks.push({ block, mark: `mark of ${value.replaceAll(/[«»]/g, '')}` })
    if (list === null) return
    const rows = [0, 1].map((row) => ({
      key: asId<never>(`row-${row}`),
      facts: { [`${list}.title`]: factOf(`${list}.title`, textOf(of, `${block} row ${row} ${version}`)) },
    }))
    this.#lists[list] = { rows, coverage: { read: 2, total: 2, complete: true, filters: [] } }
    this.#origin[list] = block
  }

  done(): Reading {
    const { pageKind, citizens, condition, identity } = this.#look
    const reading: Omit<PageReading, 'places'> = {
      pageKind: pageKind ?? '',
      citizens,
      condition,
      identity,
      facts: this.#facts,
      lists: this.#lists,
      notRead: this.#notRead,
      origin: this.#origin,
      marks: this.#marks,
      loading: this.#loading,
      missingCanaries: [],
      readAt: '2026-11-22T09:00:00.000Z',
    }
    return reading
  }
}

function factOf(key: string, value: string): Fact {
  return {
    key: key as Fact['key'],
    value,
    source: { pageKind: 'overview', locator: 'label', asRead: value, readAt: '2026-11-22T09:00:00.000Z' },
  }
}

export const READ_ORDER = BLOCKS
