/**
 * `npm run law:import -- FILES… [--as law|procedure] [--to CONFIG]`: reads law and local procedures into the store that
 * a proxy's configuration names. A command of its own: the server never loads a reader of files.
 */
import { parseArgs } from 'node:util'
import { importFiles } from './import-files.ts'

const USAGE = `Brug: npm run law:import -- FILER… [--as law|procedure] [--to KONFIGURATION] [--dev]
  FILER   Filer eller mapper: XML (Lex Dania), HTML, Markdown, DOCX og PDF
  --as    law (lov, standard) eller procedure (kommunens egne arbejdsgange). De holdes adskilt.
  --to    Proxyens konfiguration. Uden den: det indlejrede lager i .proxy-data
  --dev   Tillad en model til vektorer på maskinen selv (kun til udvikling)`

const print = (line: string): void => void process.stdout.write(`${line}\n`)
const complain = (line: string): void => void process.stderr.write(`${line}\n`)

async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { as: { type: 'string', default: 'law' }, to: { type: 'string' }, dev: { type: 'boolean', default: false } },
  })
  const { as: kind } = values
  if (positionals.length === 0 || (kind !== 'law' && kind !== 'procedure')) {
    complain(USAGE)
    return 2
  }
  const { failed } = await importFiles(positionals, { kind, config: values.to ?? null, development: values.dev, print, complain })
  return failed === 0 ? 0 : 1
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  complain(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
