import type { CDPSession } from '@playwright/test'

/** A listener that a script of an isolated world has on the page. */
export interface Listener {
  readonly type: string
  readonly passive: boolean
  readonly on: 'window' | 'document' | 'element'
}

/**
 * What may listen at window and document: events that only tell (that keys and clicks go on to the page all the same is
 * seen in the page's own count of them). Anything that could hold up scrolling or keep a page out of the back/forward
 * cache may not, and nothing at all on the page's own elements.
 */
const TELLING = new Set([
  'scroll',
  'scrollend',
  'resize',
  'popstate',
  'hashchange',
  'pagehide',
  'pageshow',
  'visibilitychange',
  'change',
  'focusin',
  'focusout',
  'load',
  'transitionend',
  'animationend',
  'beforeprint',
  'afterprint',
  'toggle',
  'fullscreenchange',
  'click',
  'keydown',
])
/** These may hold up scrolling unless they have said that they will not. */
const TELLING_WHEN_PASSIVE = new Set(['wheel', 'touchmove', 'pointermove'])
/** By this the framework ends a script of ours when a newer one starts. */
const OWN_EVENT = /:wxt:content-script-started$/

export const interferes = ({ type, on, passive }: Listener) =>
  on === 'element' || !(TELLING.has(type) || (passive && TELLING_WHEN_PASSIVE.has(type)) || OWN_EVENT.test(type))

/** Follows the worlds of a page. The browser shows a listener only to the world that added it, so each is asked. */
export async function followWorlds(session: CDPSession, isForeign: (world: { readonly name: string; readonly origin: string }) => boolean) {
  const worlds = new Map<number, boolean>()
  session.on('Runtime.executionContextCreated', ({ context }) => worlds.set(context.id, isForeign(context)))
  session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => worlds.delete(executionContextId))
  session.on('Runtime.executionContextsCleared', () => worlds.clear())
  await session.send('Runtime.enable')
  return async (): Promise<Listener[]> => {
    const foreign = [...worlds].filter(([, isOurs]) => isOurs).map(([id]) => id)
    return (await Promise.all(foreign.map((contextId) => listenersOf(session, contextId)))).flat()
  }
}

async function listenersOf(session: CDPSession, contextId: number): Promise<Listener[]> {
  const ask = async (expression: string, depth: number) => {
    const { result } = await session.send('Runtime.evaluate', { expression, contextId })
    const objectId = result.objectId ?? ''
    const { listeners } = await session.send('DOMDebugger.getEventListeners', { objectId, depth, pierce: false })
    return { objectId, listeners }
  }
  const [onWindow, onDocument] = [await ask('window', 0), await ask('document', -1)]
  const { node } = await session.send('DOM.describeNode', { objectId: onDocument.objectId })
  return [
    ...onWindow.listeners.map(({ type, passive }): Listener => ({ type, passive, on: 'window' })),
    ...onDocument.listeners.map(({ type, passive, backendNodeId }): Listener => ({
      type,
      passive,
      on: backendNodeId === node.backendNodeId ? 'document' : 'element',
    })),
  ]
}
