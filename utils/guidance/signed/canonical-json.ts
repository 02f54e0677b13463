/** What one value may hold before it is refused: enough for any pack, too little to exhaust the reader. */
const LIMITS = { depth: 100, nodes: 500_000 } as const

/** JSON in the one form that is signed (RFC 8785): keys in code-unit order, no spaces. `null`: not something JSON can hold. */
export function canonicalJson(value: unknown): string | null {
  const writer = { nodes: 0 }
  try {
    return write(value, 0, writer)
  } catch (error) {
    if (error instanceof NotCanonical) return null
    throw error
  }
}

/**
 * Reads text that must already be in canonical form. Keys twice, keys in another order, spaces, other spellings of a
 * number or a letter: each makes another text than the value has, so all are refused by one comparison.
 */
export function parseCanonical(text: string, maxLength: number): { readonly value: unknown } | null {
  if (text.length > maxLength) return null
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // A text can only be JSON or not.
    return null
  }
  return canonicalJson(value) === text ? { value } : null
}

class NotCanonical extends Error {}

function write(value: unknown, depth: number, writer: { nodes: number }): string {
  writer.nodes += 1
  if (depth > LIMITS.depth || writer.nodes > LIMITS.nodes) throw new NotCanonical()
  switch (typeof value) {
    case 'string':
      return writeText(value)
    case 'number':
      if (!Number.isFinite(value)) throw new NotCanonical()
      return JSON.stringify(value)
    case 'boolean':
      return String(value)
    case 'object':
      return writeObject(value, depth, writer)
    default:
      throw new NotCanonical()
  }
}

function writeText(text: string): string {
  // Half a surrogate pair has no UTF-8 form: two texts would have the same bytes.
  if (!text.isWellFormed()) throw new NotCanonical()
  return JSON.stringify(text)
}

function writeObject(value: object | null, depth: number, writer: { nodes: number }): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return `[${value.map((item) => write(item, depth + 1, writer)).join(',')}]`
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, member]) => `${writeKey(key)}:${write(member, depth + 1, writer)}`).join(',')}}`
}

function writeKey(key: string): string {
  // Code that copies members would set an object's prototype with it.
  if (key === '__proto__') throw new NotCanonical()
  return writeText(key)
}
