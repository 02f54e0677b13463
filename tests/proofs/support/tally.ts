import type { ProofResult } from '../claim.ts'

const SHOWN_FAILURES = 25

/** Counts what was looked at and what did not hold, and prints the first failures. */
export class Tally {
  passed = 0
  failed = 0
  readonly #log: (line: string) => void
  readonly #byKind = new Map<string, number>()

  constructor(log: (line: string) => void) {
    this.#log = log
  }

  get examined(): number {
    return this.passed + this.failed
  }

  /** One thing looked at. `kind` groups failures in the report; `why` must say enough to find the cause. */
  check(kind: string, ok: boolean, why: () => string): boolean {
    if (ok) this.passed += 1
    else this.#fail(kind, why())
    return ok
  }

  /** Many things that held at once, counted where the check itself is a set operation. */
  pass(count: number): void {
    this.passed += count
  }

  failuresOf(kind: string): number {
    return this.#byKind.get(kind) ?? 0
  }

  result(figure: string): ProofResult {
    for (const [kind, count] of this.#byKind) this.#log(`failed ${kind}: ${count}`)
    return { figure, passed: this.passed, failed: this.failed, examined: this.examined, held: this.failed === 0 && this.examined > 0 }
  }

  #fail(kind: string, why: string): void {
    this.failed += 1
    this.#byKind.set(kind, (this.#byKind.get(kind) ?? 0) + 1)
    if (this.failed <= SHOWN_FAILURES) this.#log(`  not held (${kind}): ${printable(why)}`)
  }
}

/** Text for a report: control characters, lone surrogates and invisible characters as escapes. */
export function printable(text: string, longest = 400): string {
  const short = text.length > longest ? `${text.slice(0, longest)}… (${text.length} characters)` : text
  return short.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/gu, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`)
}
