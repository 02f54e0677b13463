import { createHash } from 'node:crypto'
import path from 'node:path'
import { build, type Plugin } from 'vite'
import { KSD_PAGE } from './ksd-page.ts'
import { stylesheet } from './styles/compile.ts'

const here = import.meta.dirname
const repository = path.resolve(here, '../..')

/**
 * Builds the client of dialect M and returns the folder it lies in. The seed changes every generated class name, as a new
 * release of a host system does; the same seed gives the same files.
 */
export async function buildDialectM({ seed }: { readonly seed: string | number }): Promise<string> {
  const outDir = path.join(repository, '.output', `demo-m-${String(seed).replace(/[^\w.-]/g, '_')}`)
  await build({
    root: here,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    define: { __STYLE_SEED__: JSON.stringify(String(seed)) },
    plugins: [linkedStylesheet(String(seed))],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'chrome120',
      // A strict CSP allows no inline script and no data: URL.
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      reportCompressedSize: false,
    },
  })
  return outDir
}

function linkedStylesheet(seed: string): Plugin {
  const source = stylesheet(seed)
  const fileName = `assets/main-${createHash('sha256').update(source).digest('hex').slice(0, 8)}.css`
  return {
    name: 'sagsbord-stylesheet',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName, source })
      this.emitFile({ type: 'asset', fileName: 'ksd/udbetaling.html', source: KSD_PAGE })
    },
    transformIndexHtml: () => [{ tag: 'link', attrs: { rel: 'stylesheet', href: `/${fileName}` }, injectTo: 'head' }],
  }
}
