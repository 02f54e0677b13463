import { useEffect } from 'react'
import { setDocumentTheme } from '#utils/browser/document-theme.ts'
import type { Theme } from '#utils/storage/theme.ts'

export function useThemeOnPage(theme: Theme | undefined): void {
  useEffect(() => setDocumentTheme(document, theme), [theme])
}
