import type { PageState } from '#utils/domain/case-view.ts'
import type { ErrorCode } from '#utils/domain/error-code.ts'

/** What a page says of itself to the panel: its state, or why it is silent. */
export type PageReport = PageState | { readonly kind: 'off'; readonly code: ErrorCode }
