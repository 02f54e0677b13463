// The one import of the polyfill: everything else takes `browser` from here.
import browser from 'webextension-polyfill'

export { browser }
export type { Runtime } from 'webextension-polyfill'
