import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import type { ProofOptions, ProofResult } from '../claim.ts'
import { type BroughtFile, broughtFiles } from '../support/document-folder.ts'
import { requireFound } from '../support/planted.ts'
import { Random } from '../support/random.ts'
import { nobodysNumber, written } from '../support/screened.ts'
import { Tally } from '../support/tally.ts'
import { type Attack, ATTACKS } from './attacks.ts'

const run = promisify(execFile)
const outcome = z.object({
  crash: z.string().nullable(),
  ms: z.number(),
  whys: z.array(z.string()),
  numbers: z.array(z.string()),
  documents: z.number(),
  escapes: z.number(),
  peakKb: z.number(),
})
type Outcome = z.infer<typeof outcome>

const DEFAULT_ROUNDS = 4
const MOST_MS = 11_000
const MOST_KB = 512 * 1024
const HANGS_MS = 60_000

/** Archives made to hurt are answered or refused in time, in little memory, and the next file works. */
export async function prove({ seed, n, data, log }: ProofOptions): Promise<ProofResult> {
  const tally = new Tally(log)
  const random = new Random(seed)
  const folder = mkdtempSync(path.join(tmpdir(), 'archives-'))
  try {
    plant(tally, log)
    const next = { file: path.join(folder, 'next.txt'), number: nobodysNumber(random) }
    writeFileSync(next.file, `Notat, cpr ${written(next.number)}`)
    let peak = 0
    const judge = async (name: string, file: string, wrong: (first: Outcome) => readonly string[]) => {
      const [first, after] = await screenApart([file, next.file])
      peak = Math.max(peak, first?.peakKb ?? 0)
      const faults = first ? [...alwaysWrong(first), ...wrong(first)] : ['no answer']
      if (!after?.numbers.includes(next.number)) faults.push('the next file did not work')
      tally.check(name, faults.length === 0, () => `${name}: ${faults.join('; ')}`)
    }
    if (data !== null) for (const file of broughtFiles(data)) await judge(file.file, file.path, (first) => broughtWrong(file, first))
    else
      for (let round = 0; round < (n ?? DEFAULT_ROUNDS); round += 1)
        for (const [name, make] of Object.entries(ATTACKS)) {
          const attack = await make(random)
          const file = path.join(folder, 'attack')
          writeFileSync(file, attack.bytes)
          await judge(name, file, (first) => attackWrong(attack, first))
        }
    log(`most memory: ${Math.round(peak / 1024)} MiB`)
    return tally.result(`${tally.failed} not refused, late, too big, or in the way of the next file`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** In a process of its own, so that memory is told apart and a hang can be ended. */
async function screenApart(files: readonly string[]): Promise<readonly Outcome[]> {
  try {
    const { stdout } = await run(process.execPath, [path.join(import.meta.dirname, '../support/screen-process.ts'), ...files], {
      timeout: HANGS_MS,
      maxBuffer: 64 * 1024 * 1024,
    })
    return stdout
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => outcome.parse(JSON.parse(line)))
  } catch {
    return []
  }
}

function alwaysWrong({ crash, ms, documents, escapes, peakKb }: Outcome): string[] {
  return [
    ...(crash === null ? [] : [`crashed: ${crash}`]),
    ...(documents === 0 ? ['gave nothing'] : []),
    ...(escapes > 0 ? [`${escapes} names lead out`] : []),
    ...(ms > MOST_MS ? [`took ${Math.round(ms)} ms`] : []),
    ...(peakKb > MOST_KB ? [`${Math.round(peakKb / 1024)} MiB of memory`] : []),
  ]
}

function attackWrong({ refusedAs, numbers }: Attack, { whys, numbers: seen }: Outcome): readonly string[] {
  const refused = refusedAs.length === 0 ? whys.length === 0 : refusedAs.some((why) => whys.includes(why))
  const unseen = numbers.filter((number) => !seen.includes(number))
  return [
    ...(refused ? [] : [`refused as ${whys.join() || 'nothing'}, not as ${refusedAs.join(' or ') || 'nothing'}`]),
    ...unseen.map((number) => `what lies beside it was not read: ${number}`),
  ]
}

function broughtWrong({ digits }: BroughtFile, { whys, numbers }: Outcome): readonly string[] {
  return digits.some((number) => !numbers.includes(number)) && whys.length === 0 ? ['passed for read, but numbers were not seen'] : []
}

function plant(tally: Tally, log: (line: string) => void): void {
  const good: Outcome = { crash: null, ms: 1, whys: ['bomb'], numbers: ['1'], documents: 1, escapes: 0, peakKb: 1 }
  const attack: Attack = { bytes: new Uint8Array(), refusedAs: ['bomb'], numbers: ['1'] }
  const found = (fault: Partial<Outcome>) =>
    alwaysWrong({ ...good, ...fault }).length + attackWrong(attack, { ...good, ...fault }).length > 0
  requireFound(
    tally,
    [
      { kind: 'a crash', found: found({ crash: 'x' }) },
      { kind: 'too late', found: found({ ms: MOST_MS + 1 }) },
      { kind: 'too much memory', found: found({ peakKb: MOST_KB + 1 }) },
      { kind: 'a name that leads out', found: found({ escapes: 1 }) },
      { kind: 'nothing at all', found: found({ documents: 0 }) },
      { kind: 'a bomb passes', found: found({ whys: [] }) },
      { kind: 'refused for a wrong reason', found: found({ whys: ['empty'] }) },
      { kind: 'the file beside it is lost', found: found({ numbers: [] }) },
    ],
    log,
  )
  tally.check('planted', !found({}), () => 'a good outcome has faults')
}
