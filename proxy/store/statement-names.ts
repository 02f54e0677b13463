import { createHash } from 'node:crypto'

/** The name a statement is prepared under, or `undefined` when it is not prepared. */
export type NameOf = (sql: string) => string | undefined

const MOST = 500

/**
 * Every statement is prepared once for each connection and only bound afterwards. SQL is never put together from data,
 * so there are few of them; the cap keeps a mistake in that from filling the server's memory.
 */
export function statementNames(most: number = MOST): NameOf {
  const names = new Map<string, string>()
  return (sql) => {
    const known = names.get(sql)
    if (known !== undefined || names.size >= most) return known
    const name = `s${createHash('sha256').update(sql).digest('hex').slice(0, 24)}`
    names.set(sql, name)
    return name
  }
}
