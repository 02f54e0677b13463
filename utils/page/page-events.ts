import { scopesOf } from './find.ts'
import { OWN_HOST } from './visible.ts'

export interface PageListener {
  /** Where each block of the last reading stands. */
  readonly places: () => ReadonlyMap<string, Element>
  /** Whether changes may have to do with whose page it is. */
  readonly concernsIdentity: (records: readonly MutationRecord[]) => boolean
  readonly onMutated: (blocks: readonly string[] | null, near: boolean) => void
  readonly onEvent: (type: 'route' | 'pagehide' | 'pageshow' | 'visible') => void
}

/** More changes than this in one go are not looked at one by one: scrolling a long list makes thousands. */
const MANY = 200
const WATCHED = ['class', 'style', 'hidden', 'aria-hidden', 'aria-expanded', 'aria-busy', 'value', 'data-date', 'open', 'disabled', 'title']

const WATCHING: MutationObserverInit = { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: WATCHED }

interface NavigationLike extends EventTarget {
  readonly currentEntry: unknown
}

interface Listening {
  readonly listener: PageListener
  readonly checkAddress: () => boolean
  readonly signal: AbortSignal
}

/** The page's own events: addresses, typed values, being put away and shown again. */
function listenToLife(window: Window, { listener, checkAddress, signal }: Listening): void {
  const { document } = window
  window.addEventListener('popstate', checkAddress, { signal })
  window.addEventListener('hashchange', checkAddress, { signal })
  // Typed values change no node, so fields say so themselves.
  document.addEventListener('change', () => listener.onMutated([], true), { signal, capture: true, passive: true })
  window.addEventListener('pagehide', () => listener.onEvent('pagehide'), { signal })
  window.addEventListener(
    'pageshow',
    (event) => {
      if (event.persisted) listener.onEvent('pageshow')
    },
    { signal },
  )
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'visible') listener.onEvent('visible')
    },
    { signal },
  )
}

/** Reports what happens to the page: changes of nodes, of the address, of its life. Returns how to stop. */
export function listenToPage(window: Window, listener: PageListener): () => void {
  const { document } = window
  const stop = new AbortController()
  const { signal } = stop
  let address = window.location.href
  const checkAddress = (): boolean => {
    if (window.location.href === address) return false
    address = window.location.href
    listener.onEvent('route')
    return true
  }
  const observer = new MutationObserver((records) => {
    checkAddress()
    watchRoots()
    const blocks = blocksTouched(records, listener.places())
    if (blocks !== 'own') listener.onMutated(blocks, listener.concernsIdentity(records))
  })
  const watched = new WeakSet<Node>()
  const watch = (root: Node) => {
    if (!watched.has(root)) observer.observe(root, WATCHING)
    watched.add(root)
  }
  // Changes in a shadow root are told to no one outside it, so each root is watched from when it is found.
  const watchRoots = () => {
    for (const scope of document.body ? scopesOf(document.body) : []) if (scope !== document.body) watch(scope)
  }
  watch(document)
  watchRoots()
  listenToLife(window, { listener, checkAddress, signal })
  const stopAddress = followAddress(window, checkAddress, signal)
  return () => {
    observer.disconnect()
    stopAddress()
    stop.abort()
  }
}

/** The Navigation API tells of every change of address; where it is missing the address is asked for often. */
function followAddress(window: Window, checkAddress: () => void, signal: AbortSignal): () => void {
  const { navigation } = window as Window & { navigation?: NavigationLike }
  if (navigation) {
    navigation.addEventListener('currententrychange', () => checkAddress(), { signal })
    return () => undefined
  }
  const timer = window.setInterval(checkAddress, 50)
  return () => window.clearInterval(timer)
}

/** Blocks whose content was replaced; `null` when there were too many changes to tell, `own` when all were our own. */
export function blocksTouched(records: readonly MutationRecord[], places: ReadonlyMap<string, Element>): string[] | null | 'own' {
  if (records.length > MANY) return null
  const touched = new Set<string>()
  let foreign = 0
  for (const record of records) {
    if (isOurs(record)) continue
    foreign += 1
    if (record.type === 'attributes') continue
    for (const [block, place] of places) if (!touched.has(block) && concerns(record, place)) touched.add(block)
  }
  return foreign === 0 ? 'own' : [...touched]
}

function concerns(record: MutationRecord, place: Element): boolean {
  if (place.contains(record.target)) return true
  if (record.type !== 'childList') return false
  for (const node of record.removedNodes) if (node.contains(place)) return true
  return false
}

/** Our own host coming, going or changing is not the page's doing. */
function isOurs(record: MutationRecord): boolean {
  const { target } = record
  if (target.nodeType === 1 && (target as Element).hasAttribute(OWN_HOST)) return true
  if (record.type !== 'childList') return false
  const nodes = [...record.addedNodes, ...record.removedNodes]
  return nodes.length > 0 && nodes.every((node) => node.nodeType === 1 && (node as Element).hasAttribute(OWN_HOST))
}
