/** Loaded before the proxy by the proof: on a signal, an error that quotes a canary is thrown where nobody catches it. */
const secret = process.env['FORGETS_CANARY'] ?? ''

process.on('SIGUSR2', () => {
  queueMicrotask(() => {
    throw new TypeError(`${secret} at /proxy/${secret}.ts:1:1`, { cause: new Error(secret) })
  })
})
