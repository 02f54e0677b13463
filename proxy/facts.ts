/** `npm run proxy:facts -- --config FILE`: prints in Danish who handles data, where and for how long. */
import { parseArgs } from 'node:util'
import { allowListText, factsText } from './config/facts-text.ts'
import { loadConfig } from './config/load-config.ts'

try {
  const { values } = parseArgs({ options: { config: { type: 'string' } } })
  process.stdout.write(values.config === undefined ? allowListText() : factsText(loadConfig(values.config)))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'Opsætningen kan ikke læses'}\n`)
  process.exitCode = 1
}
