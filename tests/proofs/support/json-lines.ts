import { readFileSync, statSync } from 'node:fs'
import type { z } from '#utils/validation/zod.ts'
import { UnreadableData } from '../claim.ts'

/** Reads JSON lines of one form. Unknown fields are ignored; a line that does not fit is an error, never skipped. */
export function readJsonLines<T>(path: string, schema: z.ZodType<T>): readonly T[] {
  if (!statSync(path).isFile()) throw new UnreadableData(`${path} is not a file of JSON lines`)
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (lines.length === 0) throw new UnreadableData(`${path} holds no lines`)
  return lines.map((line, index) => {
    const parsed = schema.safeParse(parseLine(line, index))
    if (!parsed.success)
      throw new UnreadableData(
        `line ${index + 1}: ${parsed.error.issues.map(({ path: at, message }) => `${at.join('.')} ${message}`).join('; ')}`,
      )
    return parsed.data
  })
}

function parseLine(line: string, index: number): unknown {
  try {
    return JSON.parse(line)
  } catch (cause) {
    throw new UnreadableData(`line ${index + 1} is not JSON`, { cause })
  }
}
