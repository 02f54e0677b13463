/**
 * `npm run prove -- CLAIM [--seed N] [--n N] [--data PATH]`: measures one claim of the product.
 * Last line: `CLAIM: FIGURE (P passed, F failed)`. Exit 0 the bar held, 1 missed, 2 nothing could be measured.
 */
import { existsSync, readdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Proof, UnreadableData } from './claim.ts'

const FOLDER = import.meta.dirname
const claims = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(`${FOLDER}/${entry.name}/prove.ts`))
  .map((entry) => entry.name)

function refuse(why: string): never {
  console.error(why)
  process.exit(2)
}

function wholeNumber(text: string | undefined, name: string): number | null {
  if (text === undefined) return null
  if (!/^\d{1,10}$/.test(text)) refuse(`--${name} takes a whole number, not "${text}"`)
  return Number(text)
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string' }, n: { type: 'string' }, data: { type: 'string' } },
})
const [claim = ''] = positionals
if (!claims.includes(claim)) refuse(`Usage: npm run prove -- CLAIM [--seed N] [--n N] [--data PATH]\nClaims: ${claims.join(', ')}`)
const seed = wholeNumber(values.seed, 'seed') ?? 1
const n = wholeNumber(values.n, 'n')
const data = values.data ?? null
if (data !== null && !existsSync(data)) refuse(`--data: nothing at ${data}`)

const { prove } = (await import(`./${claim}/prove.ts`)) as { prove: Proof }
console.log(`${claim}, seed ${seed}${n === null ? '' : `, n ${n}`}${data === null ? '' : `, data ${data}`}`)
try {
  const result = await prove({ seed, n, data, log: (line) => console.log(line) })
  console.log(`examined: ${result.examined}`)
  console.log(`${claim}: ${result.figure} (${result.passed} passed, ${result.failed} failed)`)
  process.exit(result.examined === 0 ? 2 : result.held ? 0 : 1)
} catch (error) {
  console.error(error)
  process.exit(error instanceof UnreadableData ? 2 : 1)
}
