import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { packSource } from '../rule-source.ts'
import type { RawRule } from './check-sources.ts'

/** A folder of rules as it lies on disk. A file that is not YAML is one whose content is wrong. */
export function readRuleFolder(folder: string) {
  const meta = packSource.parse(JSON.parse(readFileSync(join(folder, 'pack.json'), 'utf8')))
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  const files = names.sort().map((name): RawRule => ({ name: basename(name, '.yaml'), raw: parsed(join(folder, name)) }))
  return { meta, files }
}

function parsed(path: string): unknown {
  try {
    return parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}
