import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const require = createRequire(import.meta.url)

/** Folders of PDF.js that it loads by name when a document needs them. Its script engine is not among them: nothing in a document runs. */
const FOLDERS = ['wasm', 'standard_fonts', 'cmaps']
const NEVER = /quickjs|nowasm_fallback/i

/** Files the workbench loads by their address, where they lie and where they go. */
export function workbenchAssets(): { readonly absoluteSrc: string; readonly relativeDest: string }[] {
  const library = path.dirname(require.resolve('pdfjs-dist/package.json'))
  return FOLDERS.flatMap((folder) =>
    readdirSync(path.join(library, folder))
      .filter((name) => !NEVER.test(name))
      .map((name) => ({ absoluteSrc: path.join(library, folder, name), relativeDest: `pdf/${folder}/${name}` })),
  )
}
