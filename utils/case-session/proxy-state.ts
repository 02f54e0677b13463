/** Whether there is a model to ask. Everything local works in all three. */
export type ProxyState = 'not-configured' | 'ok' | 'away'
