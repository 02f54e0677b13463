/** What no manifest of ours may say, whatever the golden file says: the golden file can be changed by mistake, this cannot pass unseen. */
export interface ManifestFault {
  readonly name: string
  /** `null` when the manifest is free of it; else what was found. */
  readonly find: (manifest: Manifest) => string | null
  readonly planted: (manifest: Manifest) => Manifest
}

export type Manifest = Readonly<Record<string, unknown>>

const ALLOWED_PERMISSIONS = ['storage', 'scripting', 'sidePanel', 'alarms', 'identity']

export const MANIFEST_FAULTS: readonly ManifestFault[] = [
  {
    name: 'permission beyond the allowed',
    find: (m) =>
      names(m['permissions'])
        .concat(names(m['optional_permissions']))
        .find((name) => !ALLOWED_PERMISSIONS.includes(name)) ?? null,
    planted: (m) => ({ ...m, permissions: [...names(m['permissions']), 'webRequest'] }),
  },
  {
    name: 'hosts asked for later',
    find: (m) => names(m['optional_host_permissions'])[0] ?? null,
    planted: (m) => ({ ...m, optional_host_permissions: ['https://*/*'] }),
  },
  {
    name: 'host pattern for any host',
    find: (m) => hostsOf(m).find((pattern) => /^<all_urls>$|^(?:\*|https?):\/\/\*\/|^\*:/.test(pattern)) ?? null,
    planted: (m) => ({ ...m, host_permissions: ['https://*/*'] }),
  },
  {
    name: 'content script beyond the host permissions',
    find: (m) =>
      scripts(m)
        .flatMap((script) => names(script['matches']))
        .find((pattern) => !names(m['host_permissions']).includes(pattern)) ?? null,
    planted: (m) => ({ ...m, content_scripts: [{ matches: ['https://elsewhere.example/*'], js: ['x.js'] }] }),
  },
  {
    name: 'main world or frames',
    find: (m) =>
      scripts(m)
        .map((script) => JSON.stringify(script))
        .find((text) => /"MAIN"|"all_frames":true|match_about_blank":true|match_origin_as_fallback":true/.test(text)) ?? null,
    planted: (m) => ({ ...m, content_scripts: [{ matches: names(m['host_permissions']), js: ['x.js'], world: 'MAIN' }] }),
  },
  ...[
    'externally_connectable',
    'sandbox',
    'nacl_modules',
    'oauth2',
    'declarative_net_request',
    'chrome_url_overrides',
    'devtools_page',
    'user_scripts',
  ].map((key): ManifestFault => ({
    name: key,
    find: (m) => (Object.hasOwn(m, key) ? key : null),
    planted: (m) => ({ ...m, [key]: {} }),
  })),
  {
    name: 'files open to pages',
    find: (m) =>
      accessible(m).find(
        (entry) => entry['use_dynamic_url'] !== true || names(entry['matches']).some((pattern) => !sameHost(pattern, m)),
      ) === undefined
        ? null
        : 'web_accessible_resources',
    planted: (m) => ({ ...m, web_accessible_resources: [{ resources: ['sidepanel.html'], matches: ['<all_urls>'] }] }),
  },
  {
    name: 'private windows',
    find: (m) => (m['incognito'] === 'not_allowed' ? null : String(m['incognito'])),
    planted: (m) => ({ ...m, incognito: 'spanning' }),
  },
  {
    name: 'an old manifest version',
    find: (m) => (m['manifest_version'] === 3 ? null : String(m['manifest_version'])),
    planted: (m) => ({ ...m, manifest_version: 2 }),
  },
]

/** Names of the faults in a manifest. */
export function manifestFaults(manifest: Manifest): readonly string[] {
  return MANIFEST_FAULTS.flatMap(({ name, find }) => {
    const found = find(manifest)
    return found === null ? [] : [`${name}: ${found}`]
  })
}

/** Design law 10, directive by directive. */
export function expectedCsp(connects: readonly string[]): Readonly<Record<string, string>> {
  return {
    'default-src': `'none'`,
    'script-src': `'self' 'wasm-unsafe-eval'`,
    'style-src': `'self'`,
    'img-src': `'self'`,
    'font-src': `'self'`,
    'connect-src': [`'self'`, ...connects].join(' '),
    'form-action': `'none'`,
    'base-uri': `'none'`,
    'frame-ancestors': `'none'`,
    'require-trusted-types-for': `'script'`,
    // Two doors: HTML through the cleaner, and workers from our own files.
    'trusted-types': 'dompurify own-worker',
  }
}

/** The policy of extension pages as a map. */
export function cspOf(manifest: Manifest): Readonly<Record<string, string>> {
  const { extension_pages: text } = (manifest['content_security_policy'] ?? {}) as { extension_pages?: string }
  const directives = (text ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return Object.fromEntries(directives.map((part) => [part.split(/\s+/)[0] ?? '', part.split(/\s+/).slice(1).join(' ')]))
}

/** As stored in the golden file: keys and sets in order, the version left to package.json. */
export function comparable(manifest: unknown): unknown {
  if (Array.isArray(manifest)) return manifest.map(comparable).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  if (typeof manifest !== 'object' || manifest === null) return manifest
  return Object.fromEntries(
    Object.entries(manifest)
      .filter(([key]) => key !== 'version')
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [key, comparable(value)]),
  )
}

function names(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

function scripts(manifest: Manifest): readonly Record<string, unknown>[] {
  return Array.isArray(manifest['content_scripts']) ? (manifest['content_scripts'] as Record<string, unknown>[]) : []
}

function accessible(manifest: Manifest): readonly Record<string, unknown>[] {
  return Array.isArray(manifest['web_accessible_resources']) ? (manifest['web_accessible_resources'] as Record<string, unknown>[]) : []
}

function hostsOf(manifest: Manifest): string[] {
  return [
    ...names(manifest['host_permissions']),
    ...names(manifest['permissions']),
    ...scripts(manifest).flatMap((script) => names(script['matches'])),
  ]
}

function sameHost(pattern: string, manifest: Manifest): boolean {
  return names(manifest['host_permissions']).includes(pattern)
}
