import { useCallback } from 'react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { backgroundClient } from '#utils/messaging/clients.ts'
import type { PanelToBackground } from '#utils/messaging/maps.ts'
import type { BoardView, EntryWish, LocalRuleWish, SwitchWish } from '#utils/switchboard/board-view.ts'

const background = backgroundClient<PanelToBackground>()

/** Somebody else may be at work at the same board. */
const LOOK_AGAIN_MS = 20_000

/** The unit's board, kept up to date while somebody looks. */
export const useBoard = () => useQuery({ queryKey: ['board'], queryFn: () => background('switchboard'), refetchInterval: LOOK_AGAIN_MS })

/** Changes made at the board. Each says what was seen, so that nobody overwrites what they have not. */
export function useBoardChanges({ etag, local }: BoardView) {
  const queries = useQueryClient()
  const settled = { onSettled: async () => queries.invalidateQueries() }
  const change = useMutation({ mutationFn: async (wish: SwitchWish) => background('switchUnitRule', wish), ...settled })
  const decide = useMutation({ mutationFn: async (wish: EntryWish) => background('decideEntry', wish), ...settled })
  const own = useMutation({ mutationFn: async (wish: LocalRuleWish) => background('changeLocalRule', wish), ...settled })
  const { mutateAsync: put } = own
  const { mutateAsync: send } = change
  const { mutateAsync: judge } = decide
  return {
    busy: change.isPending || decide.isPending || own.isPending,
    error: latest([change, decide, own]),
    change: useCallback(async (wish: Omit<SwitchWish, 'etag'>) => succeeds(send({ ...wish, etag })), [send, etag]),
    decide: useCallback(async (wish: Omit<EntryWish, 'etag'>) => succeeds(judge({ ...wish, etag })), [judge, etag]),
    changeLocal: useCallback(async (wish: Omit<LocalRuleWish, 'etag'>) => succeeds(put({ ...wish, etag: local.etag })), [put, local.etag]),
  }
}

/** What went wrong is shown from the mutation; whoever asked only needs to know that it did. */
async function succeeds(work: Promise<unknown>): Promise<boolean> {
  try {
    await work
    return true
  } catch {
    return false
  }
}

type Outcome = { readonly error: unknown; readonly submittedAt: number }

function latest(outcomes: readonly Outcome[]): unknown {
  return outcomes.toSorted((a, b) => b.submittedAt - a.submittedAt)[0]?.error
}
