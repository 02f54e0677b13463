/** The part of the browser's Trusted Types that is used here: TypeScript's own library does not name it yet. */
interface ScriptUrlPolicy {
  createScriptURL(url: string): string
}
interface TypesFactory {
  createPolicy(name: string, rules: ScriptUrlPolicy): ScriptUrlPolicy
}

let policy: ScriptUrlPolicy | null = null

/**
 * Starts a worker from a file of this extension. Under Trusted Types a worker's address is a script's address: this is the one
 * door for it, and nothing from elsewhere passes.
 */
export function startOwnWorker(url: string | URL, name?: string): Worker {
  const address = (policy ??= ownFilesOnly()).createScriptURL(String(url))
  return new Worker(address, { type: 'module', ...(name !== undefined && { name }) })
}

/** The same address rule for a library that starts its own worker. */
export function ownScriptUrl(url: string | URL): string {
  return (policy ??= ownFilesOnly()).createScriptURL(String(url))
}

function ownFilesOnly(): ScriptUrlPolicy {
  const rules: ScriptUrlPolicy = {
    createScriptURL: (url) => {
      const address = new URL(url, globalThis.location.href)
      if (address.origin !== globalThis.location.origin) throw new TypeError('foreign-worker')
      return address.href
    },
  }
  const factory = (globalThis as { readonly trustedTypes?: TypesFactory }).trustedTypes
  return factory ? factory.createPolicy('own-worker', rules) : rules
}
