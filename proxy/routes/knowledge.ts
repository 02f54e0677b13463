import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { knowledgeCite, knowledgeDay, knowledgeSearch, type KnowledgeSearch } from '../contract/knowledge.ts'
import { ROLES } from '../contract/role.ts'
import { PASSAGE_ID } from '../knowledge/passage-id.ts'
import type { Routes } from '../parts.ts'
import { anyHoldsCpr } from '../relay/prompt-guard.ts'
import { ProxyError } from '../server/proxy-error.ts'
import { parse } from './parse-request.ts'

const config = { access: ROLES }
/** The longest text, each character written in the longest way. */
const CITE_BYTES = 131_072
const SEARCH_BYTES = 8192

const passagePath = z.object({ id: z.string().regex(PASSAGE_ID) })

/** Law and local procedures, kept apart: search, look-up by id, and citations led to what they cite. */
export const knowledgeRoutes: Routes = (app, { knowledge }) => {
  app.post('/v1/knowledge/search', { config, bodyLimit: SEARCH_BYTES }, (request) =>
    knowledge.search(guarded(parse(knowledgeSearch, request.body)), request.caller),
  )

  app.get('/v1/knowledge/search', { config }, (request) => knowledge.search(guarded(parse(knowledgeSearch, request.query)), request.caller))

  app.post('/v1/knowledge/cite', { config, bodyLimit: CITE_BYTES }, (request) => {
    const ask = parse(knowledgeCite, request.body)
    if (anyHoldsCpr([ask.text, ask.act ?? ''])) throw new ProxyError('cpr-in-prompt')
    return knowledge.cite(ask)
  })

  app.get('/v1/knowledge/:id', { config }, async (request, reply) => {
    const { id } = parse(passagePath, request.params)
    const answer = await knowledge.passage(id, parse(knowledgeDay, request.query).on)
    if (answer === null) throw new ProxyError('not-found')
    return cacheable(reply).send(answer)
  })

  app.get('/v1/knowledge', { config }, (request) => knowledge.list(parse(knowledgeDay, request.query).on))
}

/** A query can leave for the embedding model: no CPR number goes with it. */
function guarded(ask: KnowledgeSearch): KnowledgeSearch {
  if (anyHoldsCpr([ask.query])) throw new ProxyError('cpr-in-prompt')
  return ask
}

/** Published text: the person's own browser may keep it for the day. */
function cacheable(reply: FastifyReply): FastifyReply {
  return reply.headers({ 'cache-control': 'private, max-age=3600', vary: 'authorization, origin' })
}
