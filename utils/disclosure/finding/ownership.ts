import type { FileSubject } from '../model/finding.ts'
import type { Mark } from './mark.ts'

const bare = (written: string): string => written.replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase()
const DAY = 6

/** Tells the citizen's own data from other people's. */
export class Ownership {
  readonly #cpr: string
  readonly #own: ReadonlySet<string>
  readonly #name: readonly string[]

  constructor({ cpr, name, own }: FileSubject) {
    this.#cpr = cpr
    this.#own = new Set(own.map(bare).filter((one) => one.length > 3))
    this.#name = (name ?? '')
      .toLowerCase()
      .split(/\s+/)
      .filter((part) => part !== '')
  }

  /** What is not the citizen's own. A protected address is kept whosever it is. */
  foreign(marks: readonly Mark[]): readonly Mark[] {
    return marks.filter((mark) => !this.#isOwn(mark))
  }

  #isOwn({ category, same, start, end }: Mark): boolean {
    if (category === 'protected-address') return false
    if (category === 'cpr') return this.#isOwnNumber(same)
    const written = bare(same)
    if (end - start === 0) return false
    return (
      this.#own.has(written) || (category === 'address' && [...this.#own].some((one) => one.startsWith(written) || written.startsWith(one)))
    )
  }

  /** Also where some of its last digits are hidden. */
  #isOwnNumber(digits: string): boolean {
    if (digits.slice(0, DAY) !== this.#cpr.slice(0, DAY)) return false
    return Array.from(digits).every((digit, at) => digit === 'X' || digit === this.#cpr.charAt(at))
  }

  /** The citizen's own name has the citizen's role, whatever stands around it; nobody else has it in a file that has a name. */
  withRole(mark: Mark): Mark {
    const role = mark.role ?? 'uvedkommende'
    if (this.#name.length === 0) return { ...mark, role }
    if (this.#isOwnName(mark.same.split(' '))) return { ...mark, role: 'borger' }
    return { ...mark, role: role === 'borger' ? 'uvedkommende' : role }
  }

  #isOwnName(parts: readonly string[]): boolean {
    const [first = ''] = parts
    return parts.length > 1 ? first === this.#name[0] && parts.at(-1) === this.#name.at(-1) : this.#name.includes(first)
  }
}
