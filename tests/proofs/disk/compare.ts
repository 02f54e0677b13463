import type { CanaryKind } from './canaries.ts'
import type { Hit } from './scan.ts'

/** Places where only extensions keep anything: nothing of a case may be in them, whatever a control run shows. */
const EXTENSION_STORES = /Extension|chrome-extension|Service Worker\/(?:ScriptCache|Database)/i

/** The kind of file a hit is in: file numbers change from run to run. */
export function storeOf(file: string): string {
  const parts = file.split('/')
  return (parts.length <= 2 ? parts : parts.slice(0, Math.min(3, parts.length - 1))).join('/').replaceAll(/\d+|[0-9a-f]{16,}/g, '#')
}

/**
 * The browser's own records of pages visited, each written in its own time: a title that is in one of them may be in
 * another a second later. What our own pages are called is asked of them directly (`session.ts`).
 */
const VISITS = /^Default\/(?:History|Top Sites|Sessions|Favicons|Shortcuts|Visited Links)/

function familyOf(file: string): string {
  return VISITS.test(file) ? 'records of visits' : storeOf(file)
}

export interface Leak {
  readonly hit: Hit
  readonly why: string
}

/**
 * Hits of a run with the extension that a run without it does not explain. Names and numbers that the host page itself
 * puts into titles and addresses are explained by the same kind in the same store; free text only by the very same text.
 */
export function leaksBeyond(control: readonly Hit[], withExtension: readonly Hit[], kindOf: (needle: string) => CanaryKind): Leak[] {
  const exact = new Set(control.map(({ needle, file }) => `${storeOf(file)} ${needle}`))
  const kinds = new Set(control.map(({ needle, file }) => `${familyOf(file)} ${kindOf(needle)}`))
  return withExtension.flatMap((hit): Leak[] => {
    const store = storeOf(hit.file)
    if (EXTENSION_STORES.test(hit.file)) return [{ hit, why: 'in a store of the extension' }]
    const kind = kindOf(hit.needle)
    const explained = kind === 'text' ? exact.has(`${store} ${hit.needle}`) : kinds.has(`${familyOf(hit.file)} ${kind}`)
    return explained ? [] : [{ hit, why: `${store} holds no ${kind} without the extension` }]
  })
}
