import type { Routes } from '../parts.ts'
import { ProxyError } from '../server/proxy-error.ts'

/** `/healthz`: the process runs. `/readyz`: it can serve; while it starts, closes or has lost its store it cannot. */
export const healthRoutes: Routes = (app, { store, audit, signIn }) => {
  app.get('/healthz', { config: { access: 'public' } }, () => ({ status: 'ok' }))
  app.get('/readyz', { config: { access: 'public' } }, async () => {
    const isReady = !app.calls.isDraining && signIn.ready() && audit.healthy() && (await store.ready())
    if (!isReady) throw new ProxyError('not-ready')
    return { status: 'ready' }
  })
}
