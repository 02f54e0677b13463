import { expect, it } from 'vitest'
import { PROXY_GUIDE, proxyGuide } from '#build/proxy-docs.ts'
import { read } from './tracked-files.ts'

it("keeps the operator's reference in step with the proxy's schema, and describes every field", () => {
  const guide = read(PROXY_GUIDE)
  expect(guide).toContain('`server.port`')
  expect(guide).toBe(proxyGuide())
})
