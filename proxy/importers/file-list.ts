import { statSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { formatOf } from './read-document.ts'

/** The files that are named, and those in named folders that can be read, by name. */
export async function fileList(paths: readonly string[]): Promise<readonly string[]> {
  const lists = await Promise.all(paths.map(listOf))
  return lists.flat()
}

async function listOf(path: string): Promise<readonly string[]> {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true ? filesIn(path) : [path]
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.')).map((entry) => join(entry.parentPath, entry.name))
  return files.filter((file) => formatOf(file) !== null && !/^readme\./iu.test(file.split('/').at(-1) ?? '')).sort()
}
