/** A rule's file as plain data, so that a fault can be put anywhere in it. */
export type Raw = Record<string, unknown>

export interface Planted {
  readonly raw: Raw
  readonly versions: readonly Raw[]
  /** Versions that are law, in the order written. */
  readonly law: readonly Raw[]
  /** The newest version that is law. */
  readonly last: Raw
  readonly examples: Raw[]
  /** As the proof's rule would stand in a folder with others. */
  readonly others: Raw[]
}

export function planted(original: Raw): Planted {
  const raw = structuredClone(original)
  const versions = raw['versions'] as readonly Raw[]
  const law = versions.filter(({ status }) => status === 'in-force' || status === 'repealed')
  return { raw, versions, law, last: law.at(-1) ?? {}, examples: raw['examples'] as Raw[], others: [] }
}

/** An expression with something put round it. */
export function around(version: Raw, part: 'applies' | 'met' | 'due', wrap: (feel: string) => string): void {
  version[part] = wrap(`(${String(version[part])})`)
}

export const isText = (value: unknown): value is string => typeof value === 'string'
