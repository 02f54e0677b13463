import type { ErrorCode } from '#utils/domain/error-code.ts'

/** What the recogniser is told about the page it is in. */
export type PageSetup<Profile> =
  /** Do nothing here: no profile, or the organisation's settings say so. */
  { readonly kind: 'off'; readonly code: ErrorCode } | { readonly kind: 'watch'; readonly profile: Profile }
