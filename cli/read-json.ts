import { readFileSync } from 'node:fs'
import { AppError } from '#utils/domain/app-error.ts'

/** A file of JSON. Throws `AppError('file-unreadable')` when it is none. */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw new AppError('file-unreadable', { cause })
  }
}
