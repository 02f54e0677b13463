/** PDF.js' own decoders and fonts, shipped with the extension. */
export const PDF_ASSETS = { wasm: '/pdf/wasm/', fonts: '/pdf/standard_fonts/', cmaps: '/pdf/cmaps/' } as const
