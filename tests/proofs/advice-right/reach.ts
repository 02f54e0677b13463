import type { LoadedPack } from '#utils/guidance/pack.ts'
import type { Dialect } from '../support/visit-screen.ts'

const WANTED = ['met', 'due', 'breached'] as const

/** Which verdicts each rule has come to, by dialect. */
export class Reach {
  readonly #seen = new Map<string, Set<string>>()
  readonly #rules: readonly string[]

  constructor(pack: LoadedPack) {
    this.#rules = pack.rules.map(({ rule }) => String(rule.id))
  }

  note(dialect: Dialect, verdicts: ReadonlyMap<string, string>): void {
    for (const [rule, said] of verdicts) {
      const seen = this.#seen.get(`${dialect} ${rule}`) ?? new Set<string>()
      this.#seen.set(`${dialect} ${rule}`, seen)
      for (const verdict of WANTED) if (said.split(', ').some((one) => one.startsWith(verdict))) seen.add(verdict)
    }
  }

  /** Prints which rules fall short, and gives how many do not. */
  report(log: (line: string) => void): number {
    const short = this.#rules.flatMap((rule) => {
      const lacks = (['M', 'K'] as const).flatMap((dialect) =>
        WANTED.filter((verdict) => !this.#seen.get(`${dialect} ${rule}`)?.has(verdict)).map((verdict) => `${dialect} ${verdict}`),
      )
      return lacks.length > 0 ? [`  ${rule} never: ${lacks.join(', ')}`] : []
    })
    for (const line of short) log(line)
    return this.#rules.length - short.length
  }
}
