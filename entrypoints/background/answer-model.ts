import { customer } from 'virtual:customer'
import { AppError } from '#utils/domain/app-error.ts'
import { answerFailed, type AnswerEnd } from '#utils/domain/answer-end.ts'
import type { ModelAsk } from '#utils/assistant/model-ask.ts'
import { streamAnswer } from '#utils/llm/stream-answer.ts'
import { answerAskers, type AnswerListener } from '#utils/messaging/model-port.ts'
import { readPolicy } from '#utils/policy/managed-storage.ts'
import { hashCase } from '#utils/proxy/hash-case.ts'
import { askMe } from '#utils/sign-in/ask-me.ts'
import { signedInHere } from '#utils/sign-in/fresh-token.ts'
import { withToken } from '#utils/sign-in/with-token.ts'
import { currentGuidance } from './guidance-world.ts'
import { proxyWorld, type ProxyWorld } from './proxy-world.ts'
import { partOn } from './rule-settings.ts'

/** Passes questions of the extension's own pages to the proxy, and the answers back as they come. */
export function answerModel(): void {
  answerAskers(async (ask, listener) => {
    try {
      const world = await worldToAsk()
      const caseHash = ask.caseId === null ? null : await hashCase(ask.caseId, await me(world))
      return await withToken(world, async (token) => run(world, token, { ask, caseHash, ...listener }))
    } catch (error) {
      if (listener.signal.aborted) return { state: 'aborted' }
      return answerFailed(error instanceof AppError ? error.code : 'unexpected')
    }
  })
}

async function worldToAsk(): Promise<ProxyWorld> {
  const policy = await readPolicy(customer)
  const world = proxyWorld(policy)
  const guidance = await currentGuidance()
  if (!partOn(policy, guidance, 'modelAnswers')) throw new AppError('model-off')
  if (world === null) throw new AppError('feature-off')
  return world
}

async function me(world: ProxyWorld) {
  return (await signedInHere(world))?.me ?? askMe(world, world.base)
}

/** A token that is refused before anything of an answer has come is worth a second try with a new one. */
async function run(
  { base }: ProxyWorld,
  token: string,
  asked: { readonly ask: ModelAsk; readonly caseHash: string | null } & AnswerListener,
): Promise<AnswerEnd> {
  const end = await streamAnswer({ base, token }, asked)
  if (end.state === 'error' && end.code === 'sign-in-needed') throw new AppError(end.code)
  return end
}
