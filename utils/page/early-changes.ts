/** What happened to the page while the reader was on its way into it, batch by batch. */
export interface EarlyChanges {
  /** When somebody began to watch, in ms of the document's clock. */
  readonly from: number
  readonly batches: readonly { readonly at: number; readonly records: readonly MutationRecord[] }[]
}

const KEPT = Symbol.for('sagshjaelp.early-changes')
const world = globalThis as { [KEPT]?: (() => EarlyChanges | null) | undefined }

/** More than this tells only that the page is busy. */
const MANY = 2000
/** The reader comes within moments, or not at all. */
const KEEP_MS = 3000

/** Begins to keep the changes of a document for the reader that has been sent for. */
export function keepEarlyChanges(window: Window & typeof globalThis): void {
  const from = window.performance.now()
  const batches: { at: number; records: readonly MutationRecord[] }[] = []
  let count = 0
  const add = (records: readonly MutationRecord[]) => {
    count += records.length
    if (count <= MANY) batches.push({ at: window.performance.now(), records })
    else batches.length = 0
  }
  const observer = new window.MutationObserver(add)
  // Every attribute: ids and data attributes say whose page it is.
  observer.observe(window.document, { subtree: true, childList: true, characterData: true, attributes: true })
  const end = () => {
    observer.disconnect()
    world[KEPT] = undefined
  }
  const tooLate = window.setTimeout(end, KEEP_MS)
  world[KEPT] = () => {
    window.clearTimeout(tooLate)
    add(observer.takeRecords())
    end()
    return count <= MANY ? { from, batches } : null
  }
}

/** Hands over what was kept, once. `null` when nobody watched, or too much happened. */
export function takeEarlyChanges(): EarlyChanges | null {
  return world[KEPT]?.() ?? null
}
