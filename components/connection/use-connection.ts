import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { AppError } from '#utils/domain/app-error.ts'
import type { ProxyState } from '#utils/case-session/proxy-state.ts'
import type { SignInView } from '#utils/case-session/sign-in-view.ts'
import type { SignInBarProps } from './sign-in-bar.tsx'

/** What a surface asks the background for. */
export interface ConnectionCalls {
  readonly signInState: () => Promise<SignInView>
  readonly signIn: () => Promise<SignInView>
  readonly signOut: () => Promise<{ readonly revoked: boolean }>
  readonly proxyState: () => Promise<ProxyState>
}

/** A page that is looked at notices within so long that the proxy has gone, or come back. */
const LOOK_AGAIN_MS = 15_000

/** Who is signed in and whether the model answers, kept up to date while somebody looks. `null` until it is known. */
export function useConnection(calls: ConnectionCalls): SignInBarProps | null {
  const queries = useQueryClient()
  const view = useQuery({ queryKey: ['sign-in'], queryFn: calls.signInState, refetchInterval: LOOK_AGAIN_MS })
  const proxy = useQuery({ queryKey: ['proxy'], queryFn: calls.proxyState, refetchInterval: LOOK_AGAIN_MS })
  const settled = { onSettled: async () => queries.invalidateQueries() }
  const signIn = useMutation({ mutationFn: calls.signIn, ...settled })
  const signOut = useMutation({ mutationFn: calls.signOut, ...settled })
  if (view.data === undefined) return null
  return {
    view: view.data,
    proxy: proxy.data ?? null,
    busy: signIn.isPending || signOut.isPending,
    failure: codeOf(signIn.error ?? signOut.error),
    notRevoked: signOut.data?.revoked === false,
    onSignIn: () => {
      signOut.reset()
      signIn.mutate()
    },
    onSignOut: () => {
      signIn.reset()
      signOut.mutate()
    },
  }
}

function codeOf(error: unknown) {
  if (error === null) return null
  return error instanceof AppError ? error.code : 'unexpected'
}
