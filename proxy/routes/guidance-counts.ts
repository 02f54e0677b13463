import { z } from 'zod'
import { readSecret } from '../config/secret.ts'
import { adviceCounts } from '../contract/guidance-counts.ts'
import { ROLES, type Role } from '../contract/role.ts'
import { AdviceCountBook } from '../guidance/advice-counts.ts'
import { danishClock } from '../guidance/danish-clock.ts'
import { maySee } from '../guidance/permissions.ts'
import type { Routes } from '../parts.ts'
import { ProxyError } from '../server/proxy-error.ts'
import { parse } from './parse-request.ts'

const THOSE_WHO_SWITCH: readonly Role[] = ['supervisor', 'administrator']
const BODY_BYTES = 512 * 1024

const countsQuery = z.strictObject({ unit: z.string().min(1).max(100).optional() })

/** How advice is received: told by everyone's browser, read by those who switch rules. */
export const guidanceCountRoutes: Routes = (app, { store, now, config }) => {
  const [key] = config.auth.pseudonymKeys
  if (key === undefined) return
  const book = new AdviceCountBook({ store, today: danishClock(now), secret: readSecret(key.secret) })

  app.post('/v1/guidance/counts', { config: { access: ROLES }, bodyLimit: BODY_BYTES }, async ({ body, caller }, reply) => {
    await book.add(parse(adviceCounts, body), caller)
    return reply.code(204).send()
  })

  app.get('/v1/guidance/counts', { config: { access: THOSE_WHO_SWITCH } }, async ({ query, caller }) => {
    const { unit = caller.unit } = parse(countsQuery, query)
    if (!maySee(caller, unit)) throw new ProxyError('not-allowed')
    return book.of(unit)
  })
}
