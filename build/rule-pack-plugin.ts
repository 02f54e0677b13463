import type { Plugin } from 'vite'
import { requireRulePack, RULES_FOLDER } from './rule-pack.ts'

const NAME = 'virtual:rule-pack'
const RESOLVED = `\0${NAME}`

/** `import { pack } from 'virtual:rule-pack'`: the compiled pack as JSON, checked while it is built. The build stops on a faulty rule. */
export function rulePackPlugin(): Plugin {
  return {
    name: 'rule-pack',
    resolveId: (id) => (id === NAME ? RESOLVED : null),
    load(id) {
      if (id !== RESOLVED) return null
      this.addWatchFile(RULES_FOLDER)
      // Parsed from a string: faster to start than an object literal of the same size.
      return `export const pack = JSON.parse(${JSON.stringify(JSON.stringify(requireRulePack()))})`
    },
  }
}
