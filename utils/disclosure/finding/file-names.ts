import type { PersonRole } from '../model/finding.ts'
import { roleOf } from './cues.ts'
import { bitsOf } from './lexicon.ts'

const GENITIVE = /(?:'s|’s|['’]|s)$/
const MOST_REMEMBERED = 200_000

/** One person as the file names them. */
export interface KnownPerson {
  readonly key: string
  readonly roles: Map<PersonRole, number>
  mentions: number
}

/**
 * What one file says of names: a name that is certain in one place is found in all. Lives as long as the screening of the
 * file, and belongs to nobody else.
 */
export class FileNames {
  readonly #bits = new Map<string, number>()
  readonly #roleWords = new Map<string, PersonRole | null>()
  readonly #small = new Set<string>()
  /** By each part of a name that was certain. */
  readonly #persons = new Map<string, KnownPerson>()
  readonly #byKey = new Map<string, KnownPerson>()
  /** As they were written, so that each is taken apart once. */
  readonly #seen = new Set<string>()
  readonly #named = new Map<string, KnownPerson>()
  readonly #organisations = new Set<string>()
  readonly #places = new Map<string, number>()

  bits(word: string): number {
    const known = this.#bits.get(word)
    if (known !== undefined) return known
    const plain = withoutGenitive(word)
    let bits = bitsOf(word)
    if (plain !== word && bits === 0) bits = bitsOf(plain)
    if (this.#bits.size < MOST_REMEMBERED) this.#bits.set(word, bits)
    return bits
  }

  /** The role that a word says, looked up once a file. */
  role(word: string): PersonRole | null {
    const known = this.#roleWords.get(word)
    if (known !== undefined) return known
    const role = roleOf(word)
    if (this.#roleWords.size < MOST_REMEMBERED) this.#roleWords.set(word, role)
    return role
  }

  /** A word in small letters: with a capital it is not a name by itself. */
  sawSmall(word: string): void {
    if (this.#small.size < MOST_REMEMBERED) this.#small.add(word)
  }

  isSmallWord(word: string): boolean {
    return this.#small.has(word.toLowerCase())
  }

  sawOrganisation(name: string): void {
    this.#organisations.add(name.toLowerCase())
  }

  isOrganisation(name: string): boolean {
    return this.#organisations.has(name.toLowerCase())
  }

  sawPlace(name: string): void {
    const key = withoutGenitive(name.toLowerCase())
    this.#places.set(key, (this.#places.get(key) ?? 0) + 1)
  }

  isPlace(name: string): boolean {
    return this.#places.has(withoutGenitive(name.toLowerCase()))
  }

  /** A name that is certain, in its parts. */
  sawPerson(parts: readonly string[]): void {
    const written = parts.join(' ')
    if (this.#seen.has(written)) return
    this.#seen.add(written)
    this.#named.clear()
    const plain = parts.map((part, at) => (at === parts.length - 1 ? withoutGenitive(part) : part).toLowerCase())
    const key = plain.join(' ')
    const person = this.#byKey.get(key) ?? this.#alike(key) ?? { key, roles: new Map(), mentions: 0 }
    this.#byKey.set(key, person)
    for (const part of plain) {
      const before = this.#persons.get(part)
      // A whole name says more than a first name that stood alone.
      if (part.length > 2 && (!before || (plain.length > 1 && !before.key.includes(' ')))) this.#persons.set(part, person)
    }
  }

  /** The person that a part of a name belongs to, also in the genitive. */
  personOf(part: string): KnownPerson | null {
    const lower = part.toLowerCase()
    return this.#persons.get(lower) ?? this.#persons.get(withoutGenitive(lower)) ?? null
  }

  /** The person of a whole name: by the name itself, or by its first and last part. */
  personNamed(parts: readonly string[]): KnownPerson {
    const written = parts.join(' ')
    const person = this.#named.get(written) ?? this.#lookUp(parts)
    this.#named.set(written, person)
    return person
  }

  #lookUp(parts: readonly string[]): KnownPerson {
    const plain = parts.map((part) => part.toLowerCase())
    const key = [...plain.slice(0, -1), withoutGenitive(plain.at(-1) ?? '')].join(' ')
    const known = (parts.length === 1 ? this.personOf(key) : null) ?? this.#byKey.get(key) ?? this.#alike(key)
    if (known) return known
    const fresh: KnownPerson = { key, roles: new Map(), mentions: 0 }
    this.#byKey.set(key, fresh)
    return fresh
  }

  /** `m holm` and `mette louise holm` are the `mette holm` of the file. */
  #alike(key: string): KnownPerson | null {
    const [first, last] = endsOf(key)
    const known = this.#persons.get(last)
    if (!known || first === last) return null
    const [otherFirst, otherLast] = endsOf(known.key)
    if (otherLast !== last || otherFirst === otherLast) return null
    return first === otherFirst || (first.length === 1 && otherFirst.startsWith(first)) ? known : null
  }

  /** Where nobody said whose file it is: the one who is called the citizen, or who is named most and has no other role. */
  guessCitizen(): void {
    const open = [...this.#byKey.values()].filter((person) => person.mentions > 0 && (roleOfPerson(person) ?? 'borger') === 'borger')
    const called = open.filter(({ roles }) => roles.has('borger'))
    const [most, second] = (called.length > 0 ? called : open).toSorted((a, b) => b.mentions - a.mentions)
    if (most && most.mentions > (called.length > 0 ? 0 : Math.max(2, 2 * (second?.mentions ?? 0))))
      most.roles.set('borger', MOST_REMEMBERED)
  }
}

function endsOf(key: string): readonly [string, string] {
  const parts = key.split(' ')
  return [parts[0] ?? '', parts.at(-1) ?? '']
}

/** `Mettes`, `Jens'`, `Jensen’s` without their ending; short words are left alone. */
export function withoutGenitive(word: string): string {
  return word.length > 3 ? word.replace(GENITIVE, '') : word
}

/** The role that most places give a person. */
export function roleOfPerson({ roles }: KnownPerson): PersonRole | null {
  let [best, most]: [PersonRole | null, number] = [null, 0]
  for (const [role, count] of roles) {
    // A bisidder may be the mother: what says more wins.
    const weight = role === 'uvedkommende' ? count / 2 : count
    if (weight > most) [best, most] = [role, weight]
  }
  return best
}
