import { useSyncExternalStore } from 'react'

/** Client-side routes over HTML5 history: no document load between screens or between citizens. */
const listeners = new Set<() => void>()
let snapshot = read()

export interface Place {
  readonly path: string
  readonly query: URLSearchParams
  readonly href: string
}

function read(): Place {
  const { pathname, search } = window.location
  return { path: pathname, query: new URLSearchParams(search), href: pathname + search }
}

function announce(): void {
  const next = read()
  if (next.href === snapshot.href) return
  snapshot = next
  for (const listener of listeners) listener()
}

window.addEventListener('popstate', announce)

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function usePlace(): Place {
  return useSyncExternalStore(subscribe, () => snapshot)
}

/** Goes to a place of this application without loading a document. */
export function navigate(href: string, { replace = false }: { replace?: boolean } = {}): void {
  if (replace) window.history.replaceState(null, '', href)
  else window.history.pushState(null, '', href)
  announce()
}

export interface CitizenRoute {
  readonly guid: string
  readonly screen: string
  /** What follows the screen: a note's id, `nyt`, `samtale`, a plan's number. */
  readonly rest: readonly string[]
}

const CITIZEN = /^\/borger\/([^/]+)(?:\/([^?]*))?$/

/** The citizen part of a path, or `null` when the path is not a citizen's. */
export function citizenRoute(path: string): CitizenRoute | null {
  const parts = CITIZEN.exec(path)
  if (!parts?.[1]) return null
  const [screen = '', ...rest] = (parts[2] ?? '').split('/').filter(Boolean)
  return { guid: parts[1], screen: screen || 'overblik', rest }
}
