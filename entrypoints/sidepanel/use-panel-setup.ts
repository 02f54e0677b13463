import { useEffect } from 'react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { backgroundClient } from '#utils/messaging/clients.ts'
import type { PanelToBackground } from '#utils/messaging/maps.ts'
import { onSettingsChanged } from '#utils/storage/changes.ts'

const background = backgroundClient<PanelToBackground>()

/** Rules, switches and policy; asked again when settings or policy change. */
export function usePanelSetup() {
  const queries = useQueryClient()
  useEffect(() => onSettingsChanged(() => void queries.invalidateQueries({ queryKey: ['setup'] })), [queries])
  return useQuery({ queryKey: ['setup'], queryFn: () => background('panelSetup') })
}

/** Whether there is a language model to ask. */
export const useProxyState = () => useQuery({ queryKey: ['proxy'], queryFn: () => background('proxyState'), staleTime: 60_000 })

/** Lets a snoozed rule speak again. */
export const useWakeRule = () =>
  useMutation({ mutationFn: async (choice: Parameters<PanelToBackground['snoozeRule']>[0]) => background('snoozeRule', choice) })
