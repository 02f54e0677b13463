import { ownScriptUrl } from '#utils/browser/own-worker.ts'
import type { LetterFiles } from './letter-reader.ts'

/** Where the files of recognition lie in the extension. Trusted Types want the worker's address from the one door. */
export function packedLetters(): LetterFiles {
  const folder = `${globalThis.location.origin}/letters`
  return { workerPath: ownScriptUrl('/letters-worker.js'), corePath: folder, langPath: folder }
}
