/** One SQL, two homes: PostgreSQL, or PGlite inside the process. Nothing above this line knows which. */
export interface Queryable {
  /** Values stand for `$1`, `$2`, …; SQL text is never put together from data. */
  query<Row extends object>(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>
}

export interface Store extends Queryable {
  readonly kind: 'postgres' | 'pglite'
  /** Whether vectors can be stored and compared (pgvector). */
  readonly vectors: boolean
  /** All or nothing. What `run` resolved with has reached the disk when this resolves. */
  transaction<T>(run: (tx: Queryable) => Promise<T>): Promise<T>
  /** Whether the store answers now. */
  ready(): Promise<boolean>
  close(): Promise<void>
}
