import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const ENTRY = fileURLToPath(new URL('../utils/page/in-page.ts', import.meta.url))

/** The page reader as one script that sets `globalThis.pageReader`, for a page that a program has opened. */
export async function bundleReader(entry = ENTRY, name = 'pageReader'): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    root: fileURLToPath(new URL('..', import.meta.url)),
    publicDir: false,
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry, formats: ['iife'], name, fileName: name },
      rolldownOptions: { output: { extend: false } },
    },
  })
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) => ('output' in one ? one.output : []))
  const code = outputs.flatMap((output) => (output.type === 'chunk' ? [output.code] : []))[0]
  if (code === undefined) throw new Error('reader-not-built')
  return `${code}\n;globalThis.${name} = ${name};`
}
