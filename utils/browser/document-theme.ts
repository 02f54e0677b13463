import type { Theme } from '#utils/storage/theme.ts'

/** Gives one of our own pages the chosen theme; the tokens do the rest. */
export function setDocumentTheme(document: Document, theme: Theme | undefined): void {
  const { dataset } = document.documentElement
  if (theme === undefined || theme === 'system') delete dataset['theme']
  else dataset['theme'] = theme
}
