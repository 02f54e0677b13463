/** What is fixed when a customer's extension is built: hosts and CSP must be exact, so they cannot wait for policy. */
export interface Customer {
  readonly id: string
  /** The extension's name in the browser's lists. */
  readonly name: string
  /** The municipality's number, three digits: signed switches and local rules are for it alone. */
  readonly municipality: string
  /** Match patterns of the case system. Policy can narrow them, never widen them. */
  readonly fasitHosts: readonly string[]
  /** Origin of the proxy for language-model work, or `null` when the customer has none. */
  readonly proxyOrigin: string | null
  /** Where the employees sign in for the proxy's work, or `null`: then nobody signs in. Policy can narrow it. */
  readonly signIn: CustomerSignIn | null
  /** Ed25519 public keys (base64url) of those who may change guidance, at most two each: the one in use and the next. */
  readonly guidanceKeys: { readonly publisher: readonly string[]; readonly municipality: readonly string[] }
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

/** An OpenID Connect issuer, and what the extension is there: a public client with PKCE and no secret. */
export interface CustomerSignIn {
  /** Exactly as the issuer writes itself. Its endpoints lie on the same origin, for that is what the pages may connect to. */
  readonly issuer: string
  readonly clientId: string
  /** `openid` among them. */
  readonly scopes: readonly string[]
  /** The proxy's name at the issuer (RFC 8707), for issuers that ask for it; Entra ID takes a scope instead. */
  readonly resource: string | null
}
