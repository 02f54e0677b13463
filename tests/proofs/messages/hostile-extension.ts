import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Another extension in the same browser, with rights on the same pages. */
export function writeHostileExtension(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'sagshjaelp-hostile-'))
  const manifest = {
    manifest_version: 3,
    name: 'Hostile',
    version: '1',
    permissions: ['scripting', 'tabs'],
    host_permissions: ['http://localhost/*', 'http://*.localhost/*', 'http://127.0.0.1/*'],
    background: { service_worker: 'background.js' },
  }
  writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(manifest))
  writeFileSync(path.join(folder, 'background.js'), 'chrome.runtime.onInstalled.addListener(() => {})')
  writeFileSync(path.join(folder, 'page.html'), '<!doctype html><title>x</title>')
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
