/**
 * Runs dependency-cruiser over the tree and fails when it saw fewer modules than there are source files: with a parser
 * it cannot use it sees nothing, and would pass.
 */
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'

const FOLDERS = ['entrypoints', 'components', 'utils', 'customer', 'cli', 'demo', 'build', 'proxy', 'tests'].filter(
  (folder) => globSync(folder).length > 0,
)

interface Report {
  readonly summary: {
    readonly totalCruised: number
    readonly violations: readonly { rule: { name: string }; from: string; to: string; comment?: string }[]
  }
}

const run = spawnSync('depcruise', ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...FOLDERS], {
  encoding: 'utf8',
  maxBuffer: 2 ** 28,
})
if (!run.stdout) {
  console.log(run.stderr)
  process.exit(1)
}
const { summary } = JSON.parse(run.stdout) as Report
const sources = globSync(FOLDERS.map((folder) => `${folder}/**/*.{ts,tsx}`)).length
for (const { rule, from, to, comment } of summary.violations) console.log(`${rule.name}: ${from} → ${to}\n    ${comment ?? ''}`)
console.log(`${summary.totalCruised} modules seen, ${sources} source files, ${summary.violations.length} arrows against the rules`)
if (summary.totalCruised < sources) console.log('Fewer modules than source files: the parser does not work, so nothing was checked.')
process.exit(summary.violations.length > 0 || summary.totalCruised < sources ? 1 : 0)
