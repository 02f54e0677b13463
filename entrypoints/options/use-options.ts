import { useEffect } from 'react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { asId, type RuleId } from '#utils/domain/ids.ts'
import { backgroundClient } from '#utils/messaging/clients.ts'
import type { PanelToBackground } from '#utils/messaging/maps.ts'
import { askModel } from '#utils/messaging/model-port.ts'
import { trialAsk } from '#utils/assistant/trial-ask.ts'
import type { TryModel } from '#components/connection/model-try.tsx'
import { useConnection } from '#components/connection/use-connection.ts'
import { onSettingsChanged } from '#utils/storage/changes.ts'

const background = backgroundClient<PanelToBackground>()

/** Rules, switches and settings; asked again whenever they change, here or elsewhere. */
export function useSetup() {
  const queries = useQueryClient()
  useEffect(() => onSettingsChanged(() => void queries.invalidateQueries()), [queries])
  return useQuery({ queryKey: ['setup'], queryFn: () => background('panelSetup') })
}

const calls = {
  signInState: async () => background('signInState'),
  signIn: async () => background('signIn'),
  signOut: async () => background('signOut'),
  proxyState: async () => background('proxyState'),
}

/** Who is signed in, and whether there is a language model to ask. */
export const useOptionsConnection = () => useConnection(calls)

/** Asks the model something that has nothing to do with any case. */
export const tryModel: TryModel = async (listener) => askModel(trialAsk(crypto.randomUUID()), listener)

export const useHealth = () => useQuery({ queryKey: ['health'], queryFn: () => background('health'), staleTime: 10_000 })

export const useSwitchRule = () =>
  useMutation({ mutationFn: async (choice: { rule: string; on: boolean }) => background('switchRule', branded(choice)) })

export const useWakeRule = () =>
  useMutation({ mutationFn: async (rule: string) => background('snoozeRule', branded({ rule, until: null })) })

export const useTheme = () =>
  useMutation({ mutationFn: async (choice: Parameters<PanelToBackground['chooseTheme']>[0]) => background('chooseTheme', choice) })

/** The list shows ids that came from the pack; the background checks them again. */
function branded<T extends { rule: string }>(choice: T): T & { rule: RuleId } {
  return { ...choice, rule: asId<RuleId>(choice.rule) }
}
