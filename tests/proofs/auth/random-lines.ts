import type { Random } from '../support/random.ts'
import type { AuthLine } from './line.ts'
import { OWN_LINES } from './own-lines.ts'

const PARTS = ['0', '1', '2'] as const
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** A good token, and one change in it where the seed says. */
export interface Mutation {
  readonly id: string
  readonly mutate: (token: string) => string
}

/** Changes of one character of a good token: each must be refused, in whichever part it is. */
export function randomMutations(random: Random, count: number): readonly Mutation[] {
  return Array.from({ length: count }, (_, i) => {
    const part = Number(random.pick(PARTS))
    const at = random.next()
    const letter = random.pick(LETTERS.split(''))
    const kind = random.pick(['change', 'drop', 'double', 'swap'] as const)
    return { id: `${kind} in part ${part}, ${i}`, mutate: (token) => mutated(token, { part, at, letter, kind }) }
  })
}

interface Change {
  readonly part: number
  readonly at: number
  readonly letter: string
  readonly kind: 'change' | 'drop' | 'double' | 'swap'
}

function mutated(token: string, { part, at, letter, kind }: Change): string {
  const parts = token.split('.')
  const text = parts[part] ?? ''
  // The last character of a signature has bits that mean nothing; changing those makes no other signature.
  const place = Math.floor(at * (text.length - 2))
  const old = text[place] ?? ''
  const next = text[place + 1] ?? ''
  const changed = {
    change: letter === old ? '' : letter,
    drop: '',
    double: old + letter,
    swap: next === old ? '' : next + old,
  }[kind]
  const end = kind === 'swap' && next !== old ? place + 2 : place + 1
  parts[part] = text.slice(0, place) + changed + text.slice(end)
  return parts.join('.')
}

const CLAIMS = ['iss', 'aud', 'sub', 'iat', 'nbf', 'exp', 'unit', 'roles'] as const
const TIMES: ReadonlySet<string> = new Set(['iat', 'nbf', 'exp'])

/** A good token with one claim replaced by something of another kind or another value. */
export function randomClaims(random: Random, count: number): readonly AuthLine[] {
  const [good] = OWN_LINES
  return Array.from({ length: count }, (_, i) => {
    const name = random.pick(CLAIMS)
    const value = junkFor(name, random)
    const claims = { ...good?.claims_relative, [name]: value }
    return {
      id: `${name} ${JSON.stringify(value)} (${i})`,
      header: good?.header,
      claims_relative: claims,
      sign: good?.sign,
      raw: null,
      expect: 'reject',
    }
  })
}

function junkFor(name: string, random: Random): unknown {
  const text = Array.from({ length: random.int(1, 40) }, () => random.pick(LETTERS.split(''))).join('')
  const kinds: (() => unknown)[] = [() => null, () => true, () => [], () => ({ [text]: text }), () => [[text]], () => [random.int(-9, 9)]]
  // A subject may be any text, and a time any number.
  if (name !== 'sub')
    kinds.push(
      () => text,
      () => [text],
    )
  if (!TIMES.has(name)) kinds.push(() => random.int(-1_000_000, 1_000_000))
  return random.pick(kinds)()
}
