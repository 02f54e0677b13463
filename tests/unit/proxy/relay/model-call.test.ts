import { expect, it, vi } from 'vitest'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { createMetrics } from '#proxy/observe/metrics.ts'
import type { Parts } from '#proxy/parts.ts'
import { startCall } from '#proxy/relay/model-call.ts'
import type { AllowedModel } from '#proxy/upstream/upstreams.ts'

const MODEL: AllowedModel = { id: 'sag-chat', kind: 'chat', purpose: 'Til prøver.', contextTokens: 1000, maxAnswerTokens: 100 }

it('gives back what was reserved when the call cannot be put on record, and sends nothing', async () => {
  const settle = vi.fn<(spent: { tokens: number } | null) => void>()
  const send = vi.fn<() => never>()
  const parts = {
    metrics: createMetrics(),
    limits: { reserve: () => Promise.resolve({ granted: true, settle }) },
    audit: {
      healthy: () => true,
      begin: () => {
        throw new Error('closed')
      },
    },
    upstreams: { models: () => [MODEL], send },
    killSwitch: { isOff: () => false },
  } as unknown as Parts
  const wanted = {
    kind: 'chat',
    model: MODEL.id,
    texts: ['Hvad nu?'],
    promptBytes: 8,
    promptTokens: 4,
    answerTokens: null,
    stream: false,
    bodyFor: () => ({}),
  } as const
  const request = { caller: { unit: 'nord' }, headers: {} } as unknown as FastifyRequest
  await expect(startCall(request, {} as FastifyReply, { wanted, parts })).rejects.toThrow('closed')
  expect(settle.mock.calls).toEqual([[{ tokens: 0 }]])
  expect(send).not.toHaveBeenCalled()
})
