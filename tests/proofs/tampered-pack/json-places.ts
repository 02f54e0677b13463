/** A place in a JSON value: the object or list that holds it, and its name there. */
export interface Place {
  readonly holder: Record<string, unknown>
  readonly name: string
  readonly value: unknown
}

/** Every place below a value. Lists are walked like objects whose names are numbers. */
export function placesOf(root: unknown): readonly Place[] {
  const found: Place[] = []
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    const holder = value as Record<string, unknown>
    for (const [name, member] of Object.entries(holder)) {
      found.push({ holder, name, value: member })
      walk(member)
    }
  }
  walk(root)
  return found
}

export function copyOf<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}

export function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
