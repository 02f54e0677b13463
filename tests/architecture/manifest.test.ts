import { describe, expect, it } from 'vitest'
import { loadCustomer } from '#build/customer.ts'
import { customerSchema } from '../../customer/customer-schema.ts'
import { buildManifest, extensionCsp } from '#build/manifest.ts'

const customer = { ...loadCustomer('stand-in'), fasitHosts: ['https://*.kommune.dk/*'], proxyOrigin: 'https://proxy.kommune.dk', publicKey: 'AAAA' }

describe('the manifest', () => {
  it('asks for no more than the product uses, on Chromium', () => {
    expect(buildManifest(customer, 'chrome')).toMatchInlineSnapshot(`
      {
        "action": {
          "default_title": "Sagshjælp",
        },
        "commands": {
          "_execute_action": {
            "description": "__MSG_openPanel__",
            "suggested_key": {
              "default": "Alt+Shift+P",
            },
          },
          "focus-bar": {
            "description": "__MSG_focusBar__",
            "suggested_key": {
              "default": "Alt+Shift+S",
            },
          },
        },
        "content_security_policy": {
          "extension_pages": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self' https://proxy.kommune.dk; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types dompurify",
        },
        "default_locale": "da",
        "description": "__MSG_description__",
        "host_permissions": [
          "https://*.kommune.dk/*",
        ],
        "incognito": "not_allowed",
        "key": "AAAA",
        "minimum_chrome_version": "123",
        "name": "Sagshjælp",
        "permissions": [
          "storage",
          "scripting",
        ],
        "storage": {
          "managed_schema": "policy-schema.json",
        },
      }
    `)
  })

  it('asks for no more than the product uses, on Firefox', () => {
    expect(buildManifest(customer, 'firefox')).toMatchInlineSnapshot(`
      {
        "action": {
          "default_title": "Sagshjælp",
        },
        "browser_specific_settings": {
          "gecko": {
            "data_collection_permissions": {
              "required": [
                "none",
              ],
            },
            "id": "sagshjaelp@example.dk",
            "strict_min_version": "140.0",
          },
        },
        "commands": {
          "_execute_sidebar_action": {
            "description": "__MSG_openPanel__",
            "suggested_key": {
              "default": "Alt+Shift+P",
            },
          },
          "focus-bar": {
            "description": "__MSG_focusBar__",
            "suggested_key": {
              "default": "Alt+Shift+S",
            },
          },
        },
        "content_security_policy": {
          "extension_pages": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self' https://proxy.kommune.dk; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types dompurify",
        },
        "default_locale": "da",
        "description": "__MSG_description__",
        "host_permissions": [
          "https://*.kommune.dk/*",
        ],
        "incognito": "not_allowed",
        "name": "Sagshjælp",
        "permissions": [
          "storage",
          "scripting",
        ],
      }
    `)
  })

  it('connects nowhere but home when the customer has no proxy', () => {
    expect(extensionCsp({ ...customer, proxyOrigin: null })).toContain(`connect-src 'self';`)
  })

  it('is refused for hosts that are wider than one system', () => {
    expect(customerSchema.safeParse(customer).success).toBe(true)
    for (const pattern of ['<all_urls>', '*://*/*', 'https://*/*', 'https://*.dk/*']) {
      expect(customerSchema.safeParse({ ...customer, fasitHosts: [pattern] }).success, pattern).toBe(false)
    }
  })
})
