import type { Comparison, Deviation } from './compare.ts'
import type { Dialect } from '../support/visit-screen.ts'

export interface Where {
  readonly dialect: Dialect
  readonly kind: string
  readonly mutators: readonly string[]
}

export interface Sum {
  readonly right: number
  readonly total: number
  readonly wrong: number
}

const isWrong = ({ kind }: Deviation) => kind !== 'not-found'
const SHOWN = 40

/** Adds up comparisons by dialect, screen and mutator. */
export class Score {
  readonly #entries: (Where & Comparison)[] = []

  add(where: Where, comparison: Comparison): void {
    this.#entries.push({ ...where, ...comparison })
  }

  of(dialect: Dialect | null, mode: 'plain' | 'mutated'): Sum {
    return sum(
      this.#entries.filter(
        (entry) => (dialect === null || entry.dialect === dialect) && entry.mutators.length > 0 === (mode === 'mutated'),
      ),
    )
  }

  report(log: (line: string) => void): void {
    for (const dialect of ['M', 'K'] as const) {
      for (const mode of ['plain', 'mutated'] as const) {
        const mine = this.#entries.filter((entry) => entry.dialect === dialect && entry.mutators.length > 0 === (mode === 'mutated'))
        const kinds = [...new Set(mine.map(({ kind }) => kind))]
        log(`${dialect} ${mode}: ${line(sum(mine))}`)
        for (const kind of kinds) log(`  ${kind.padEnd(10)} ${line(sum(mine.filter((entry) => entry.kind === kind)))}`)
      }
    }
    this.#reportMutators(log)
    this.#reportParts(log)
  }

  #reportMutators(log: (line: string) => void): void {
    for (const name of [...new Set(this.#entries.flatMap(({ mutators }) => mutators))].toSorted()) {
      log(`with ${name.padEnd(17)} ${line(sum(this.#entries.filter(({ mutators }) => mutators.includes(name))))}`)
    }
  }

  /** What was wrong or not found, most often first. */
  #reportParts(log: (line: string) => void): void {
    const counts = new Map<string, { count: number; example: string }>()
    for (const { dialect, kind, mutators, deviations } of this.#entries) {
      for (const deviation of deviations) {
        const name = `${deviation.kind} ${dialect} ${kind} ${deviation.part}${mutators.length > 0 ? ' (mutated)' : ''}`
        const known = counts.get(name)
        counts.set(name, { count: (known?.count ?? 0) + 1, example: known?.example ?? `${deviation.detail} [${mutators.join(', ')}]` })
      }
    }
    const worst = (name: string) => (name.startsWith('not-found') ? 0 : 1)
    const sorted = [...counts].toSorted(([a, one], [b, other]) => worst(b) - worst(a) || other.count - one.count)
    for (const [name, { count, example }] of sorted.slice(0, SHOWN)) log(`${count} × ${name}: ${example}`)
  }
}

function sum(entries: readonly Comparison[]): Sum {
  const right = entries.reduce((total, entry) => total + entry.right, 0)
  const deviations = entries.flatMap((entry) => entry.deviations)
  return { right, total: right + deviations.length, wrong: deviations.filter(isWrong).length }
}

function line({ right, total, wrong }: Sum): string {
  return `${right} of ${total} right (${total === 0 ? '–' : ((100 * right) / total).toFixed(2)} %), ${wrong} wrong, ${total - right - wrong} not found`
}
