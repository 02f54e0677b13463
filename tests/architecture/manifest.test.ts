import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadCustomer } from '#build/customer.ts'
import { buildManifest } from '#build/manifest.ts'
import { manifestFaults } from '#tests/proofs/perms/manifest-faults.ts'

// The built manifest is compared with the golden file by `npm run prove -- perms`; this is the fast half of it.
describe('the manifest', () => {
  const manifest = (browser: string) => buildManifest(loadCustomer('stand-in'), browser)

  it('asks for these rights and no more', () => {
    const { permissions, host_permissions, content_security_policy, incognito } = manifest('chrome') as Record<string, unknown>
    expect({ permissions, host_permissions, content_security_policy, incognito }).toMatchInlineSnapshot(`
      {
        "content_security_policy": {
          "extension_pages": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self' http://localhost:8787 http://127.0.0.1:8788; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types dompurify own-worker",
        },
        "host_permissions": [
          "http://localhost/*",
          "http://*.localhost/*",
          "http://127.0.0.1/*",
        ],
        "incognito": "not_allowed",
        "permissions": [
          "storage",
          "scripting",
          "alarms",
          "identity",
        ],
      }
    `)
  })

  it('asks for the same in Firefox', () => {
    const rights = (browser: string) => {
      const { permissions, host_permissions, content_security_policy, incognito } = manifest(browser) as Record<string, unknown>
      return { permissions, host_permissions, content_security_policy, incognito }
    }
    expect(rights('firefox')).toEqual(rights('chrome'))
  })

  it.each(['stand-in-chrome', 'stand-in-firefox', 'customer-chrome', 'customer-firefox'])(
    'has a golden file free of faults: %s',
    (name) => {
      const golden = JSON.parse(readFileSync(new URL('../proofs/perms/manifest.golden.json', import.meta.url), 'utf8')) as Record<
        string,
        Record<string, unknown>
      >
      expect(manifestFaults({ ...golden[name] })).toEqual([])
    },
  )
})
