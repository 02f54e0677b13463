import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** A text file of a built extension; `file` without the hashes that a bundler puts into names. */
export interface BundleFile {
  readonly file: string
  readonly text: string
}

const TEXT = /\.(?:js|mjs|html|css|json|svg)$/

/** All text files of an unpacked extension. */
export function bundleFiles(folder: string): readonly BundleFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && TEXT.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((full) => ({ file: path.relative(folder, full).replace(/-[\w-]{8}(?=\.\w+$)/, ''), text: readFileSync(full, 'utf8') }))
    .toSorted((a, b) => (a.file < b.file ? -1 : 1))
}
