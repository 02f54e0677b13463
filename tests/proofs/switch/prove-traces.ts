import { readdirSync, readFileSync } from 'node:fs'
import { START, step } from '#utils/page/watch-model.ts'
import type { WatchEffect } from '#utils/page/watch-types.ts'
import type { Part } from './prove-model.ts'
import { shortEffect, type Trace } from './traces/trace.ts'

const FOLDER = `${import.meta.dirname}/traces`

/** Every trace recorded in a browser, in the model: it does what it did there, and never mixes two people. */
export function proveTraces(): Part {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.json'))
  const traces = names.map((name) => ({ name, trace: JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')) as Trace }))
  const faults: string[] = []
  let events = 0
  let announced = 0
  for (const { name, trace } of traces) {
    const replayed = replay(trace)
    events += trace.entries.length
    announced += replayed.opened
    faults.push(...replayed.faults.slice(0, 3).map((fault) => `${name}: ${fault}`))
  }
  const blind = blindness(traces.map(({ trace }) => trace))
  const failed = faults.length + blind.length + (announced === 0 ? 1 : 0)
  return {
    passed: events + announced - faults.length,
    crossings: faults.length,
    failed,
    lines: [
      `traces: ${names.length} documents recorded in a browser, ${events} events, ${announced} views opened, ${faults.length} differences`,
      ...(blind.length > 0
        ? [`traces: planted and not found: ${blind.join(', ')}`]
        : ['traces: a view of another and a step that differs, planted, were found']),
      ...faults.slice(0, 8).map((fault) => `traces: ${fault}`),
    ],
  }
}

interface Replayed {
  readonly faults: readonly string[]
  readonly opened: number
}

function replay({ config, entries }: Trace): Replayed {
  const faults: string[] = []
  let opened = 0
  let state = START
  for (const [index, { event, effects }] of entries.entries()) {
    const result = step({ ...config, seed: 'replay' }, state, event)
    state = result.state
    const now = result.effects.map(shortEffect)
    if (now.join('\n') !== effects.join('\n'))
      faults.push(
        `event ${index} (${event.type}) led to ${now.join(', ') || 'nothing'}; in the browser to ${effects.join(', ') || 'nothing'}`,
      )
    for (const effect of result.effects) {
      if (effect.type !== 'announce' || effect.state.kind !== 'open') continue
      opened += 1
      faults.push(...mixed(effect).map((word) => `event ${index}: text of ${word} in a view of another`))
    }
  }
  return { faults, opened }
}

/** Words of others in a view: everyone's text carries a word of their own, and so does the name. */
function mixed(effect: Extract<WatchEffect, { type: 'announce' }>): string[] {
  if (effect.state.kind !== 'open') return []
  const { identity, facts, lists } = effect.state.view
  const own = wordsIn(identity.name)
  return wordsIn(JSON.stringify([facts, lists])).filter((word) => !own.includes(word))
}

const wordsIn = (text: string) => [...new Set([...text.toLowerCase().matchAll(/qx[a-z]{2}/g)].map(([word]) => word))]

/** Two faults put into the recorded traces: the replay must see both. */
function blindness(traces: readonly Trace[]): string[] {
  const swapped = traces.map(
    (trace) =>
      JSON.parse(
        JSON.stringify(trace)
          .replaceAll(/("value":"[^"]*)qx([a-z])([a-z])/g, '$1qx$3$2z')
          .replaceAll(/qx([a-z])([a-z])z/g, 'qx$1$2'),
      ) as Trace,
  )
  const skipped = traces.map((trace) => ({
    ...trace,
    entries: trace.entries.map((entry, index) => (index === 1 ? { ...entry, effects: [...entry.effects, 'purge'] } : entry)),
  }))
  const seen = (changed: readonly Trace[], what: string) =>
    changed.some((trace) => replay(trace).faults.some((fault) => fault.includes(what)))
  return [...(seen(swapped, 'text of') ? [] : ['a text of another in a view']), ...(seen(skipped, 'led to') ? [] : ['a step that differs'])]
}
