/** Put in by the build: what generated class names are hashed with. */
// oxlint-disable-next-line no-underscore-dangle
declare const __STYLE_SEED__: string
