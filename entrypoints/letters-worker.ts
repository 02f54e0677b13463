import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { ownScriptUrl } from '#utils/browser/own-worker.ts'

interface ScriptLoader {
  importScripts: (...addresses: string[]) => void
}

/** The worker that recognises letters: the library's own, which loads its engine by address. Only our own addresses pass. */
export default defineUnlistedScript(() => {
  const scope = globalThis as unknown as ScriptLoader
  const load = scope.importScripts.bind(globalThis)
  scope.importScripts = (...addresses) => load(...addresses.map(ownScriptUrl))
  scope.importScripts('/letters/worker.min.js')
})
