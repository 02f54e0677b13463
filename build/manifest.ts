import type { UserManifest } from 'wxt'
import type { Customer } from '../customer/customer.ts'

/** Chromium with documents by id in `scripting`, `sidePanel.open` and closing of ports in the back/forward cache. */
const OLDEST_CHROMIUM = '123'

/** The manifest: no more rights than the product uses, hosts and connections exactly the customer's. */
export function buildManifest(customer: Customer, browser: string): UserManifest {
  const firefox = browser === 'firefox'
  return {
    name: customer.name,
    description: '__MSG_description__',
    default_locale: 'da',
    permissions: ['storage', 'scripting', 'alarms', ...(customer.signIn === null ? [] : ['identity'])],
    host_permissions: [...customer.fasitHosts],
    incognito: 'not_allowed',
    content_security_policy: { extension_pages: extensionCsp(customer) },
    action: { default_title: customer.name },
    commands: {
      [firefox ? '_execute_sidebar_action' : '_execute_action']: {
        suggested_key: { default: 'Alt+Shift+P' },
        description: '__MSG_openPanel__',
      },
      'focus-bar': { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_focusBar__' },
    },
    ...(customer.updateUrl !== null && { update_url: customer.updateUrl }),
    ...(firefox ? firefoxOnly(customer) : chromiumOnly(customer)),
  }
}

/** Design law 10: nothing is fetched, framed, posted or run that is not named here, and HTML only through one door. */
export function extensionCsp({ proxyOrigin, signIn }: Customer): string {
  const foreign = [proxyOrigin, signIn && new URL(signIn.issuer).origin].filter((origin) => origin !== null)
  return [
    `default-src 'none'`,
    `script-src 'self' 'wasm-unsafe-eval'`,
    `style-src 'self'`,
    `img-src 'self'`,
    `font-src 'self'`,
    `connect-src ${["'self'", ...new Set(foreign)].join(' ')}`,
    `form-action 'none'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types dompurify own-worker`,
  ].join('; ')
}

function chromiumOnly(customer: Customer): UserManifest {
  return { minimum_chrome_version: OLDEST_CHROMIUM, key: customer.publicKey, storage: { managed_schema: 'policy-schema.json' } }
}

function firefoxOnly(customer: Customer): UserManifest {
  return {
    browser_specific_settings: {
      gecko: { id: customer.firefoxId, strict_min_version: '140.0', data_collection_permissions: { required: ['none'] } },
    },
  }
}
