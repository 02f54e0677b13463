import type { ProxyErrorCode } from '../contract/error-code.ts'

/** Every line the proxy can log. A closed list of codes and numbers: there is no field for text. */
export type LogEvent =
  | { readonly event: 'started'; readonly port: number; readonly store: 'postgres' | 'pglite' }
  | { readonly event: 'stopping' | 'stopped'; readonly openStreams: number }
  | { readonly event: 'refused'; readonly route: string; readonly code: ProxyErrorCode; readonly requestId: string }
  | { readonly event: 'failed'; readonly route: string; readonly code: ProxyErrorCode; readonly requestId: string; readonly where: string }
  | { readonly event: 'upstream'; readonly upstream: string; readonly state: 'up' | 'down'; readonly code: string }
  | { readonly event: 'keys'; readonly state: 'fetched' | 'unreachable'; readonly count: number }
  | { readonly event: 'store'; readonly state: 'up' | 'down' }
  | { readonly event: 'kill-switch'; readonly on: boolean }
  | { readonly event: 'retention'; readonly table: string; readonly removed: number }

export type Log = (event: LogEvent) => void
