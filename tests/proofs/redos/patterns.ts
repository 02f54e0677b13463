import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import ts from 'typescript'

/** A pattern of the product, and where it stands. */
export interface Pattern {
  readonly where: string
  readonly pattern: RegExp
}

const ROOT = path.resolve(import.meta.dirname, '../../..')

/** Every pattern written or put together in these folders: literals by reading the code, the others by loading it. */
export async function patternsIn(folders: readonly string[]): Promise<readonly Pattern[]> {
  const files = folders.flatMap(filesIn)
  const found = new Map<string, Pattern>()
  const add = (where: string, pattern: RegExp): void => void found.set(String(pattern), { where, pattern })
  for (const file of files) for (const pattern of literalsOf(file)) add(file, pattern)
  for (const pattern of await builtBy(files)) add('put together', pattern)
  return [...found.values()]
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.join(folder, name))
}

function literalsOf(file: string): readonly RegExp[] {
  const source = ts.createSourceFile(file, readFileSync(path.join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest)
  const found: RegExp[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/')
      found.push(new RegExp(node.text.slice(1, end), node.text.slice(end + 1)))
    }
    node.forEachChild(visit)
  }
  visit(source)
  return found
}

/** Loads the modules with a constructor in place that notes what it makes. */
async function builtBy(files: readonly string[]): Promise<readonly RegExp[]> {
  const made: RegExp[] = []
  const Plain = globalThis.RegExp
  globalThis.RegExp = new Proxy(Plain, {
    construct(target, args: [string | RegExp, string?]) {
      const pattern = new target(...args)
      made.push(pattern)
      return pattern
    },
  })
  try {
    // Anew, for the proof itself has loaded most of them before.
    for (const file of files) await import(`${pathToFileURL(path.join(ROOT, file)).href}?anew`)
  } finally {
    globalThis.RegExp = Plain
  }
  return made
}
