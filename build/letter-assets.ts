import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** What recognition of letters needs: its worker, its engine for old and new processors, and the Danish letters. */
const FILES: Readonly<Record<string, string>> = {
  'worker.min.js': 'tesseract.js/dist/worker.min.js',
  'tesseract-core-relaxedsimd-lstm.wasm.js': 'tesseract.js-core/tesseract-core-relaxedsimd-lstm.wasm.js',
  'tesseract-core-simd-lstm.wasm.js': 'tesseract.js-core/tesseract-core-simd-lstm.wasm.js',
  'tesseract-core-lstm.wasm.js': 'tesseract.js-core/tesseract-core-lstm.wasm.js',
  'dan.traineddata.gz': '@tesseract.js-data/dan/4.0.0_best_int/dan.traineddata.gz',
}

/** Files that go into the package as they are, because the library loads them by name. */
export function letterAssets(): { readonly absoluteSrc: string; readonly relativeDest: string }[] {
  return Object.entries(FILES).map(([name, id]) => ({ absoluteSrc: require.resolve(id), relativeDest: `letters/${name}` }))
}
