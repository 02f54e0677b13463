import { customer } from 'virtual:customer'
import { AppError } from '#utils/domain/app-error.ts'
import type { ErrorCode } from '#utils/domain/error-code.ts'
import type { ProxyState } from '#utils/case-session/proxy-state.ts'
import { listModels } from '#utils/llm/list-models.ts'
import { proxyBase, type PolicyState } from '#utils/policy/judge-policy.ts'
import { proxyAnswers } from '#utils/proxy/proxy-answers.ts'
import { signedInHere } from '#utils/sign-in/fresh-token.ts'
import { withToken } from '#utils/sign-in/with-token.ts'
import { currentGuidance } from './guidance-world.ts'
import { proxyWorld } from './proxy-world.ts'
import { partOn } from './rule-settings.ts'

/** Whether there is a model to ask, found out by asking. */
export async function proxyState(policy: PolicyState): Promise<ProxyState> {
  const base = proxyBase(policy, customer)
  const guidance = await currentGuidance()
  if (base === null || !partOn(policy, guidance, 'modelAnswers')) return guidance.view.modelOff ? 'switched-off' : 'not-configured'
  const world = proxyWorld(policy)
  if (world === null || (await signedInHere(world)) === null) return (await proxyAnswers(base)) ? 'signed-out' : 'away'
  try {
    await withToken(world, async (token) => listModels({ base, token }))
    return 'ok'
  } catch (error) {
    if (error instanceof AppError) return stateOf(error.code)
    throw error
  }
}

function stateOf(code: ErrorCode): ProxyState {
  if (code === 'sign-in-needed') return 'signed-out'
  if (code === 'not-allowed') return 'no-access'
  return code === 'model-off' ? 'switched-off' : 'away'
}
