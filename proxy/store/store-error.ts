const TEXTS = {
  'folder-in-use': 'Datamappen bruges allerede af en anden proces. Stop den, eller giv denne proxy sin egen mappe (store.folder).',
  'folder-not-writable': 'Datamappen kan ikke oprettes eller skrives i. Ret store.folder eller mappens rettigheder.',
  'tls-off-away-from-loopback': 'store.tls "off" kan kun bruges, når databasen er på samme maskine.',
  unreachable: 'Databasen svarede ikke, før ventetiden ved start var gået (store.startSeconds).',
  'schema-newer': 'Databasen er bragt op på en nyere udgave, end denne proxy kender. Start den nyere udgave.',
  'schema-older': 'Databasen mangler ændringer. Kør npm run proxy:migrate, eller sæt store.migrations til "apply".',
  'migration-changed': 'En ændring, der allerede er kørt i databasen, ser anderledes ud i denne udgave.',
  'migration-names': 'To ændringer har samme nummer, eller et filnavn i proxy/store/migrations har ikke den rette form.',
  'not-committed': 'Databasen fuldførte ikke transaktionen.',
} as const

export type StoreErrorCode = keyof typeof TEXTS

/** Why the store cannot be used; for the operator, so without values. `about`: a migration's file name or number. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly code: StoreErrorCode

  constructor(code: StoreErrorCode, { about, cause }: { readonly about?: string; readonly cause?: unknown } = {}) {
    super(about === undefined ? TEXTS[code] : `${TEXTS[code]} (${about})`, { cause })
    this.code = code
  }
}
