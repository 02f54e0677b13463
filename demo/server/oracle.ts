import type { CaseRecord, RowRecord } from '#demo/data/case-record.ts'
import { BREAK_MARK } from '#demo/data/cpr.ts'
import { CASE_LINE_KEYS, HEADER_KEYS, SCREENS, TOP_BAR_KEYS } from '#demo/screens.ts'
import type { Screen } from '#demo/screens.ts'
import type { ListGroup } from '#utils/domain/fact-catalogue.ts'
import { json } from './exchange.ts'
import type { Exchange } from './exchange.ts'
import type { Row, State } from './state.ts'

/** A request that reached the oracle: a test asserts that none came from the extension. */
interface OracleHit {
  readonly at: string
  readonly path: string
  readonly origin: string | null
  readonly agent: string | null
}

/** Tells tests the truth of a case, from the data and never from rendered text. On a port of its own. */
export function oracle(state: State, urls: { m: string; k: string }) {
  const hits: OracleHit[] = []
  return (exchange: Exchange): void => {
    const { pathname } = exchange.url
    hits.push({
      at: new Date().toISOString(),
      path: pathname,
      origin: exchange.headers.origin ?? null,
      agent: exchange.headers['user-agent'] ?? null,
    })
    const [, root, name = '', id = ''] = pathname.split('/')
    if (root !== '__oracle') return exchange.reply(json({ error: 'not-found' }, 404))
    const readers: Readonly<Record<string, () => unknown>> = {
      case: () => {
        const found = state.find(id)
        return found && truth(state, found, urls)
      },
      cases: () => state.cases.map((found) => indexLine(found, urls)),
      events: () => state.events,
      hits: () => hits,
      screens: () => ({ screens: SCREENS, header: HEADER_KEYS, caseLine: CASE_LINE_KEYS, topBar: TOP_BAR_KEYS }),
    }
    const answer = readers[name]?.()
    exchange.reply(answer ? json(answer) : json({ error: 'not-found' }, 404))
  }
}

function indexLine(found: CaseRecord, urls: { m: string; k: string }) {
  return {
    guid: found.guid,
    number: found.number,
    name: found.facts['citizen.name'],
    size: found.size,
    named: found.named,
    story: found.story,
    lock: found.lock,
    urls: { M: `${urls.m}/borger/${found.guid}/overblik`, K: `${urls.k}/person/vis.do?id=${found.number}#fane=PERSON_OVERBLIK` },
  }
}

/** The whole truth: canonical facts and rows, and what each screen of each dialect shows of them. */
function truth(state: State, found: CaseRecord, urls: { m: string; k: string }) {
  const lists = Object.fromEntries((Object.keys(found.lists) as ListGroup[]).map((group) => [group, state.rows(found, group).map(plain)]))
  return {
    citizenId: found.guid,
    citizenNumber: String(found.number),
    caseId: found.caseGuid,
    facts: state.facts(found),
    lists,
    relations: found.relations,
    planted: found.planted,
    lock: found.lock,
    screens: Object.fromEntries(
      SCREENS.filter((screen) => screen.citizens === 'single').map((screen) => [screen.kind, shownOn(state, found, { screen, urls })]),
    ),
  }
}

function shownOn(state: State, found: CaseRecord, { screen, urls }: { screen: Screen; urls: { m: string; k: string } }) {
  const facts = state.facts(found)
  const keys = [...new Set([...HEADER_KEYS, ...CASE_LINE_KEYS, ...screen.facts])].filter((key) => key in facts)
  return {
    title: screen.title,
    facts: keys,
    lists: screen.lists.map(({ group, keys: columns, rows }) => ({
      group,
      keys: columns,
      rows: chosen(state, found, { group, rows }).map(({ id }) => id),
    })),
    urls: { M: `${urls.m}${screen.m.replace('{guid}', found.guid)}`, K: `${urls.k}/person/vis.do?id=${found.number}#fane=${screen.k}` },
  }
}

/** The rows that stand on a screen, in its order. */
export function chosen(
  state: State,
  found: CaseRecord,
  { group, rows }: { group: ListGroup; rows: Screen['lists'][number]['rows'] },
): readonly Row[] {
  const all = state.rows(found, group)
  if (rows === 'ongoing') return all.filter((row) => (row as RowRecord<'offer'>)['offer.status'] === 'Igangværende')
  if (rows === 'active-status') return all.filter((row) => (row as RowRecord<'note'>)['note.status'] === 'Aktiv')
  if (rows === 'latest5') return all.filter((row) => (row as RowRecord<'note'>)['note.status'] === 'Aktiv').slice(0, 5)
  return all
}

function plain(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, typeof value === 'string' ? value.replaceAll(BREAK_MARK, '') : value]),
  ) as Row
}
