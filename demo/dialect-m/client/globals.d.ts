/** Put in by the build: what generated class names are hashed with. */
declare const __STYLE_SEED__: string
