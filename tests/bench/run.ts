/** `npm run bench -- NAME`: measures one thing beside a peer or a limit in the same run and prints both. Exit 1 when over budget. */
import { existsSync, readdirSync } from 'node:fs'

/** What a bench returns: whether its budget held. It prints its own table. */
export type Bench = () => Promise<{ readonly held: boolean }>

const FOLDER = import.meta.dirname
const names = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(`${FOLDER}/${entry.name}/bench.ts`))
  .map((entry) => entry.name)

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !names.includes(name))
if (unknown.length > 0) {
  console.error(`Usage: npm run bench -- [NAME …]\nNames: ${names.join(', ')}`)
  process.exit(2)
}
let held = true
for (const name of asked.length > 0 ? asked : names) {
  const { bench } = (await import(`./${name}/bench.ts`)) as { bench: Bench }
  console.log(`\n${name}`)
  held = (await bench()).held && held
}
process.exit(held ? 0 : 1)
