import { useEffect } from 'react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { backgroundClient } from '#utils/messaging/clients.ts'
import type { PanelToBackground } from '#utils/messaging/maps.ts'
import { useConnection } from '#components/connection/use-connection.ts'
import { onSettingsChanged } from '#utils/storage/changes.ts'

const background = backgroundClient<PanelToBackground>()

/** Rules, switches and policy; asked again when settings or policy change. */
export function usePanelSetup() {
  const queries = useQueryClient()
  useEffect(() => onSettingsChanged(() => void queries.invalidateQueries({ queryKey: ['setup'] })), [queries])
  return useQuery({ queryKey: ['setup'], queryFn: () => background('panelSetup') })
}

const calls = {
  signInState: async () => background('signInState'),
  signIn: async () => background('signIn'),
  signOut: async () => background('signOut'),
  proxyState: async () => background('proxyState'),
}

/** Who is signed in, and whether there is a language model to ask. */
export const usePanelConnection = () => useConnection(calls)

/** Whether there is a language model to ask; kept up to date by the bar that shows it. */
export const useProxyState = () => useQuery({ queryKey: ['proxy'], queryFn: calls.proxyState })

/** Lets a snoozed rule speak again. */
export const useWakeRule = () =>
  useMutation({ mutationFn: async (choice: Parameters<PanelToBackground['snoozeRule']>[0]) => background('snoozeRule', choice) })
