import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { entryDecision, logQuery, switchChange, switchId, type ChangeAnswer } from '../contract/guidance.ts'
import { ROLES, type Role } from '../contract/role.ts'
import type { Wish } from '../guidance/guidance.ts'
import type { Routes } from '../parts.ts'
import { allowed } from './guidance-answers.ts'
import { parse } from './parse-request.ts'

const THOSE_WHO_SWITCH: readonly Role[] = ['supervisor', 'administrator']
/** A reason of 500 characters, each written in the longest way. */
const BODY_BYTES = 8192
const PRIVATE = 'private, no-cache'

const switchPath = z.object({ id: switchId })
const entryPath = z.object({ entry: z.coerce.number().int().min(1).max(2_147_483_647) })
const boardQuery = z.strictObject({ unit: z.string().min(1).max(100).optional() })
const noQuery = z.strictObject({})

/** Packs and switches for everyone; changing switches and reading their log for those who answer for it. */
export const guidanceRoutes: Routes = (app, { guidance }) => {
  app.get('/v1/guidance', { config: { access: ROLES } }, (request, reply) => {
    parse(noQuery, request.query)
    const answer = guidance.answerFor(request.caller.unit)
    reply.headers({ etag: answer.etag, 'cache-control': PRIVATE, vary: 'authorization, origin' })
    if (hasSeen(request, answer.etag)) return reply.code(304).send()
    return reply.type('application/json; charset=utf-8').send(answer.body)
  })

  app.get('/v1/guidance/switches', { config: { access: THOSE_WHO_SWITCH } }, (request, reply) => {
    const { etag, board } = allowed(guidance.switchboard(request.caller, parse(boardQuery, request.query).unit))
    return reply.header('etag', etag).send(board)
  })

  app.put('/v1/guidance/switches/:id', { config: { access: THOSE_WHO_SWITCH }, bodyLimit: BODY_BYTES }, async (request, reply) => {
    const { id } = parse(switchPath, request.params)
    const change = parse(switchChange, request.body)
    return answerChange(reply, allowed(await guidance.change(wishOf(request), id, change)))
  })

  for (const verb of ['undo', 'approve', 'reject'] as const) {
    app.post(`/v1/guidance/log/:entry/${verb}`, { config: { access: THOSE_WHO_SWITCH }, bodyLimit: BODY_BYTES }, async (request, reply) => {
      const { entry } = parse(entryPath, request.params)
      const { reason } = parse(entryDecision, request.body)
      return answerChange(reply, allowed(await guidance.decide(wishOf(request), { verb, entry, reason })))
    })
  }

  app.get('/v1/guidance/log', { config: { access: THOSE_WHO_SWITCH } }, async (request, reply) => {
    const { etag, page } = allowed(await guidance.log(request.caller, parse(logQuery, request.query)))
    return reply.header('etag', etag).send(page)
  })

  app.get('/v1/guidance/log/verification', { config: { access: THOSE_WHO_SWITCH } }, async () => guidance.verifyLog())
}

function wishOf({ caller, headers }: FastifyRequest): Wish {
  return { caller, ifMatch: headers['if-match'] }
}

function hasSeen({ headers }: FastifyRequest, etag: string): boolean {
  const known = headers['if-none-match']
  return known !== undefined && known.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
}

/** 202 when another person still has to approve. */
function answerChange(reply: FastifyReply, { entry, state, etag }: ChangeAnswer & { readonly etag: string }): FastifyReply {
  return reply
    .code(state === 'proposed' ? 202 : 200)
    .header('etag', etag)
    .send({ entry, state })
}
