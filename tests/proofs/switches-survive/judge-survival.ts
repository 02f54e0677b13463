import type { LogEntry } from '#proxy/contract/guidance.ts'
import { nonceOf, UNITS, type Evidence, type Wish } from './evidence.ts'
import { brokenLine, offByLog } from './own-chain.ts'

export interface Fault {
  readonly kind: string
  readonly what: string
}

/** All that is wrong with what a round left behind. */
export function faultsIn(evidence: Evidence, publicKey: string): readonly Fault[] {
  const lines = Map.groupBy(evidence.log, ({ reason }) => nonceOf(reason))
  return [
    ...evidence.wishes.flatMap((wish) => wishFaults(wish, lines.get(wish.nonce) ?? [], evidence.log)),
    ...inventedLines(evidence),
    ...chainFaults(evidence, publicKey),
    ...servedFaults(evidence),
  ]
}

function wishFaults(wish: Wish, lines: readonly LogEntry[], log: readonly LogEntry[]): readonly Fault[] {
  const name = `wish ${wish.nonce}`
  if (lines.length > 1) return [{ kind: 'doubled', what: `${name} stands ${lines.length} times` }]
  const [line] = lines
  if (wish.outcome === 'refused') return line ? [{ kind: 'refused but written', what: name }] : []
  if (wish.outcome === 'unknown') return line ? contentFaults(wish, line, log) : []
  if (!line || line.entry !== wish.outcome.entry) return [{ kind: 'acknowledged lost', what: `${name}, entry ${wish.outcome.entry}` }]
  return contentFaults(wish, line, log)
}

function contentFaults(wish: Wish, line: LogEntry, log: readonly LogEntry[]): readonly Fault[] {
  const same =
    line.subject === wish.subject &&
    line.unit === wish.unit &&
    line.switch === wish.switch &&
    line.on === wish.on &&
    line.about === wish.about &&
    line.action === (wish.verb === 'undo' ? 'undo' : 'set')
  // Whoever wrote it had not seen these: their writers' change is lost on them.
  const scope = wish.unit === '*' ? ['*'] : [wish.unit, '*']
  const unseen = log.find(({ entry, unit }) => entry > wish.seen && entry < line.entry && scope.includes(unit))
  return [
    ...(same ? [] : [{ kind: 'changed', what: `wish ${wish.nonce}, entry ${line.entry}` }]),
    ...(unseen ? [{ kind: 'lost update', what: `entry ${line.entry} saw ${wish.seen}, not ${unseen.entry}` }] : []),
  ]
}

function inventedLines({ log, wishes }: Evidence): readonly Fault[] {
  const asked = new Set(wishes.map(({ nonce }) => nonce))
  return log
    .filter(({ reason }) => !asked.has(nonceOf(reason) ?? ''))
    .map(({ entry }) => ({ kind: 'nobody asked for it', what: `entry ${entry}` }))
}

function chainFaults({ log, verified }: Evidence, publicKey: string): readonly Fault[] {
  const broken = brokenLine(log, publicKey)
  return [
    ...(broken === null ? [] : [{ kind: 'chain broken', what: `entry ${broken}` }]),
    ...(verified.intact && verified.entries === log.length
      ? []
      : [{ kind: 'own verification', what: `intact ${verified.intact}, ${verified.entries} of ${log.length} entries` }]),
  ]
}

function servedFaults({ log, served, today }: Evidence): readonly Fault[] {
  return UNITS.flatMap((unit) => {
    const [wanted, got] = [offByLog(log, unit, today).join(' '), (served.get(unit) ?? ['nothing served']).join(' ')]
    return wanted === got ? [] : [{ kind: 'served otherwise', what: `${unit}: log says "${wanted}", served "${got}"` }]
  })
}
