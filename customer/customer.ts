/** What is fixed when a customer's extension is built: hosts and CSP must be exact, so they cannot wait for policy. */
export interface Customer {
  readonly id: string
  /** The extension's name in the browser's lists. */
  readonly name: string
  /** Match patterns of the case system. Policy can narrow them, never widen them. */
  readonly fasitHosts: readonly string[]
  /** Origin of the proxy for language-model work, or `null` when the customer has none. */
  readonly proxyOrigin: string | null
  /** Where the browser looks for newer versions, or `null` when it is loaded from a folder. */
  readonly updateUrl: string | null
  /** Missing or invalid policy means that the extension is off. */
  readonly requiresPolicy: boolean
  /** Public half of the signing key: keeps the extension's id the same on every machine. */
  readonly publicKey: string
  readonly firefoxId: string
  /** Built-in site profiles that may be used, by id. */
  readonly profiles: readonly string[]
}
