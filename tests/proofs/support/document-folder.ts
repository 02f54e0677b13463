import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { UnreadableData } from '../claim.ts'
import type { Screened } from './screened.ts'
import { numbersIn, whysIn } from './screened.ts'

/** A file somebody brought: what is in it and what should become of it, where they say so. */
export interface BroughtFile {
  readonly file: string
  readonly path: string
  readonly digits: readonly string[]
  readonly expect: string
}

const line = z.object({
  file: z.string(),
  digits: z.union([z.string(), z.array(z.string())]).nullish(),
  expect: z.unknown(),
})
/** Words for a file that must not pass for read. */
const UNREAD = /refus|reject|bomb|password|encrypt|corrupt|unread|not[-_ ]?screened|no[-_ ]?text|image[-_ ]?only|too[-_ ]|afvis/i

/** A folder with `index.jsonl`, or of files alone. */
export function broughtFiles(folder: string): readonly BroughtFile[] {
  const index = path.join(folder, 'index.jsonl')
  const files = existsSync(index) ? fromIndex(folder, readFileSync(index, 'utf8')) : allIn(folder)
  if (files.length === 0) throw new UnreadableData('no files')
  return files
}

function fromIndex(folder: string, text: string): readonly BroughtFile[] {
  return text
    .split('\n')
    .filter((one) => one.trim() !== '')
    .map((one) => {
      const parsed = line.safeParse(JSON.parse(one))
      const full = parsed.success ? path.join(folder, parsed.data.file) : ''
      if (!parsed.success || !existsSync(full)) throw new UnreadableData(`index.jsonl: ${one.slice(0, 120)}`)
      const digits = [parsed.data.digits ?? []]
        .flat()
        .map((number) => number.replaceAll(/\D/g, ''))
        .filter((number) => number.length === 10)
      return { file: parsed.data.file, path: full, digits, expect: typeof parsed.data.expect === 'string' ? parsed.data.expect : '' }
    })
}

function allIn(folder: string): readonly BroughtFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(path.join(folder, file)).isFile())
    .map((file) => ({ file, path: path.join(folder, file), digits: [], expect: '' }))
}

/** What is wrong with how a brought file was treated; `null` when nothing is. */
export function complaint({ digits, expect }: BroughtFile, { documents, crash }: Screened): string | null {
  if (crash !== null) return `crashed: ${crash}`
  const unread = whysIn(documents).length > 0
  if (documents.length === 0) return 'gave nothing at all'
  if (UNREAD.test(expect) && !unread) return `was to be refused (${expect}) and passed for read`
  const numbers = numbersIn(documents)
  const missed = digits.filter((number) => !numbers.has(number))
  return missed.length > 0 && !unread ? `passed for read, but ${missed.length} of ${digits.length} numbers were not seen` : null
}
