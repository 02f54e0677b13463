import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'

/** Files that git tracks or would track, as paths from the root; none that is deleted, binary or over 2 MB. */
export function trackedFiles(pattern: RegExp = /./): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  return listed
    .split('\0')
    .filter((file) => file !== '' && pattern.test(file) && existsSync(file) && statSync(file).isFile() && statSync(file).size < 2e6)
}

export const read = (file: string): string => readFileSync(file, 'utf8')
