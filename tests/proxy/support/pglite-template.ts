import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'

/** Making a new cluster takes PGlite some seconds and copying one a tenth of one, so it is made once for each version. */
export async function copyEmptyCluster(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  cpSync(await template(), join(folder, 'pg'), { recursive: true })
}

async function template(): Promise<string> {
  const folder = join(tmpdir(), `sagshjaelp-pglite-${version()}-${userInfo().uid}`)
  if (existsSync(folder)) return folder
  const made = mkdtempSync(join(tmpdir(), 'sagshjaelp-pglite-new-'))
  const db = await PGlite.create({ dataDir: join(made, 'pg') })
  await db.close()
  try {
    renameSync(join(made, 'pg'), folder)
  } catch (error) {
    // Another test file was first; theirs is as good.
    if (!existsSync(folder)) throw error
  } finally {
    rmSync(made, { recursive: true, force: true })
  }
  return folder
}

function version(): string {
  const file = new URL(import.meta.resolve('@electric-sql/pglite'))
  const manifest = JSON.parse(readFileSync(new URL('../package.json', file), 'utf8')) as { readonly version: string }
  return manifest.version
}
