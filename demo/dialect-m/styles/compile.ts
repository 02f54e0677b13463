import { CONTROLS } from './controls.ts'
import { SHELL } from './shell.ts'
import { SURFACES } from './surfaces.ts'
import { TOKENS } from './tokens.ts'

/**
 * Named styles become classes such as `css-1q2w3e4`. As with emotion, the name is a hash that changes from build to build
 * (here: with the seed), so no site profile can lean on it.
 */
export const STYLES = { ...SHELL, ...SURFACES, ...CONTROLS } as const
export type StyleName = keyof typeof STYLES

const KEYFRAMES = `
@keyframes sb-slide { 0% { transform: translateX(-100%) } 100% { transform: translateX(260%) } }
@keyframes sb-shimmer { 0% { background-position: 100% 0 } 100% { background-position: 0 0 } }
@keyframes sb-in { from { transform: translateX(24px); opacity: .4 } }
@media print { .layout__app-header, .layout__side-menu { display: none } }
`

/** The class of one style in a build. */
export function styleClass(name: StyleName, seed: string): string {
  return `css-${hash(`${seed}|${name}|${STYLES[name]}`)}`
}

/** The whole stylesheet of a build. */
export function stylesheet(seed: string): string {
  const names = Object.keys(STYLES) as StyleName[]
  return [TOKENS, ...names.map((name) => `.${styleClass(name, seed)} { ${STYLES[name]} }`), KEYFRAMES].join('\n')
}

/** FNV-1a in base 36, seven characters, first a digit: the look of emotion's hashes. */
function hash(text: string): string {
  let value = 0x811c9dc5
  for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return `1${value.toString(36).padStart(6, '0').slice(-6)}`
}
