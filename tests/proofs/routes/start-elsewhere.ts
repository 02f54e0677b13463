import type { AddressInfo } from 'node:net'
import type { Routes } from '#proxy/parts.ts'
import { createApp } from '#proxy/server/app.ts'
import type { ProxyStage } from '#tests/proxy/support/proxy-stage.ts'

/** The same parts behind other routes, on a port of its own. */
export async function startElsewhere(
  { proxy }: ProxyStage,
  routes: readonly Routes[],
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const app = await createApp(proxy.parts, routes)
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, close: () => app.close() }
}
