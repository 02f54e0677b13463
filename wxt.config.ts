import { fileURLToPath } from 'node:url'
import type { Entrypoint } from 'wxt'
import { defineConfig } from 'wxt'
import { customerPlugin } from './build/customer-plugin.ts'
import { loadCustomer } from './build/customer.ts'
import { letterAssets } from './build/letter-assets.ts'
import { buildManifest } from './build/manifest.ts'
import { rulePackPlugin } from './build/rule-pack-plugin.ts'
import { siteProfilesPlugin } from './build/site-profiles-plugin.ts'
import { workbenchAssets } from './build/workbench-assets.ts'
import { managedSchema } from './utils/policy/managed-schema.ts'

const customer = loadCustomer()
// In somebody else's page React is 75 kB too much: there the same components run on preact.
const PREACT = {
  'react/jsx-runtime': 'preact/jsx-runtime',
  'react-dom/client': 'preact/compat/client',
  'react-dom': 'preact/compat',
  react: 'preact/compat',
}

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/module-react'],
  outDir: process.env['SAGSHJAELP_OUT'] ?? '.output',
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}',
  manifest: ({ browser }) => buildManifest(customer, browser),
  vite: () => ({
    plugins: [customerPlugin(customer), siteProfilesPlugin(customer.profiles), rulePackPlugin()],
    build: { sourcemap: false },
    resolve: { alias: { 'iconv-lite': fileURLToPath(new URL('build/ansi-in-browser.ts', import.meta.url)) } },
  }),
  hooks: {
    'entrypoints:resolved': (_wxt, entrypoints) => {
      for (const entry of entrypoints) if (isInPage(entry)) entry.options.matches = [...customer.fasitHosts]
    },
    'vite:build:extendConfig': (entrypoints, config) => {
      if (entrypoints.every(isInPage)) config.resolve = { ...config.resolve, alias: PREACT }
    },
    'build:publicAssets': (_wxt, files) => {
      files.push({ contents: `${JSON.stringify(managedSchema(), null, 2)}\n`, relativeDest: 'policy-schema.json' })
      files.push(...workbenchAssets(), ...letterAssets())
    },
  },
  root: fileURLToPath(new URL('.', import.meta.url)),
})

function isInPage(entry: Entrypoint): entry is Entrypoint & { type: 'content-script' } {
  return entry.type === 'content-script'
}
