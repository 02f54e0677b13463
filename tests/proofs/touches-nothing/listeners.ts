import type { CDPSession } from '@playwright/test'

/** A listener on a node of the page, whoever added it. */
export interface Listener {
  readonly type: string
  readonly passive: boolean
  /** On `document` or on an element. */
  readonly on: 'document' | 'element' | 'window'
}

/** Listeners of the page that scripts of the isolated worlds added, and how many there are in all. */
export async function foreignListeners(session: CDPSession, foreignScripts: ReadonlySet<string>): Promise<{ readonly all: number; readonly foreign: readonly Listener[] }> {
  const onWindow = await listenersOf(session, 'window', 0)
  const onDocument = await listenersOf(session, 'document', -1)
  const documentNode = onDocument.node
  const described = [
    ...onWindow.listeners.map((one) => ({ one, on: 'window' as const })),
    ...onDocument.listeners.map((one) => ({ one, on: one.backendNodeId === undefined || one.backendNodeId === documentNode ? ('document' as const) : ('element' as const) })),
  ]
  const foreign = described.filter(({ one }) => foreignScripts.has(one.scriptId)).map(({ one, on }) => ({ type: one.type, passive: one.passive, on }))
  return { all: described.length, foreign }
}

async function listenersOf(session: CDPSession, expression: 'window' | 'document', depth: number) {
  const { result } = await session.send('Runtime.evaluate', { expression })
  const objectId = result.objectId ?? ''
  const { listeners } = await session.send('DOMDebugger.getEventListeners', { objectId, depth, pierce: false })
  const node = expression === 'document' ? (await session.send('DOM.describeNode', { objectId })).node.backendNodeId : undefined
  return { listeners, node }
}
