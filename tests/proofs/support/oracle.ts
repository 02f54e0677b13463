import type { FactValue } from '#utils/domain/fact.ts'

/** What the oracle says of a case: from the data, never from rendered text. */
export interface Truth {
  readonly citizenId: string
  readonly citizenNumber: string
  readonly caseId: string
  readonly facts: Readonly<Record<string, FactValue>>
  readonly lists: Readonly<Record<string, readonly TrueRow[]>>
  readonly relations: readonly { readonly cpr: string }[]
  readonly lock: unknown
  readonly screens: Readonly<Record<string, ScreenTruth>>
}

export type TrueRow = Readonly<Record<string, FactValue>> & { readonly id: string }

export interface ScreenTruth {
  readonly facts: readonly string[]
  readonly lists: readonly { readonly group: string; readonly keys: readonly string[]; readonly rows: readonly string[] }[]
  readonly urls: Readonly<Record<'M' | 'K', string>>
}

export interface CaseIndexLine {
  readonly guid: string
  readonly lock: { readonly kind: string } | null
}

export async function askOracle<T>(origin: string, path: string): Promise<T> {
  const answer = await fetch(`${origin}/__oracle/${path}`)
  if (!answer.ok) throw new Error(`oracle ${answer.status} ${path.split('/')[0] ?? ''}`)
  return (await answer.json()) as T
}
