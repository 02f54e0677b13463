import { useEffect } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { setDocumentTheme } from '#utils/browser/document-theme.ts'
import { backgroundClient } from '#utils/messaging/clients.ts'
import type { PanelToBackground } from '#utils/messaging/maps.ts'
import { onSettingsChanged } from '#utils/storage/changes.ts'

const background = backgroundClient<PanelToBackground>()

/** Light or dark as chosen in the settings; follows them while the page is open. */
export function useThemeOfSettings(): void {
  const queries = useQueryClient()
  const setup = useQuery({ queryKey: ['setup'], queryFn: () => background('panelSetup') })
  const theme = setup.data?.settings.theme
  useEffect(() => onSettingsChanged(() => void queries.invalidateQueries({ queryKey: ['setup'] })), [queries])
  useEffect(() => setDocumentTheme(document, theme), [theme])
}
