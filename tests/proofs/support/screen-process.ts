/**
 * Screens the files named on the command line, one after the other, in a process of its own whose memory can be told from the
 * prover's. A line of JSON each.
 */
import { readFileSync } from 'node:fs'
import { numbersIn, screen, whysIn } from './screened.ts'

for (const file of process.argv.slice(2)) {
  const { documents, crash, ms } = await screen([{ name: 'bundt', bytes: readFileSync(file) }])
  const escapes = documents.filter(({ name }) => /(?:^|[/\\])\.\.(?:[/\\]|$)|\\|^\/|:/.test(name)).length
  const outcome = { crash, ms, whys: whysIn(documents), numbers: [...numbersIn(documents)], documents: documents.length, escapes }
  console.log(JSON.stringify({ ...outcome, peakKb: process.resourceUsage().maxRSS }))
}
process.exit(0)
