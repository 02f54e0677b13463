import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'
import { build } from 'wxt'

const { out, browser, pack } = JSON.parse(process.argv[2] ?? '{}') as { out: string; browser: 'chrome' | 'firefox'; pack: string | null }
const plugins = pack === null ? [] : [replacePack(JSON.parse(readFileSync(pack, 'utf8')))]
await build({ root: process.cwd(), outDir: out, browser, manifestVersion: 3, vite: () => ({ plugins, logLevel: 'error' }) })
process.exit(0)

/** Stands in for the plugin that compiles the rules. */
function replacePack(other: unknown): Plugin {
  const name = 'virtual:rule-pack'
  return {
    name: 'other-rule-pack',
    enforce: 'pre',
    resolveId: (id) => (id === name ? `\0other:${name}` : null),
    load: (id) => (id === `\0other:${name}` ? `export const pack = JSON.parse(${JSON.stringify(JSON.stringify(other))})` : null),
  }
}
