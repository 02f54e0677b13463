/**
 * `node proxy/main.ts --config FILE`: serves. `--dev`: on this machine alone, with an issuer of its own and invented
 * people; `--port N` and `--issuer-port N` choose its ports. `--check`: reads the configuration and ends.
 */
import { enableCompileCache } from 'node:module'

// Compiled code, nothing else, so that the next start takes half the time; where nothing may be written it does nothing.
enableCompileCache()
const { start, startErrorText } = await import('./server/start.ts')

try {
  await start(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${startErrorText(error)}\n`)
  process.exit(1)
}
