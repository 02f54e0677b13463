import { z } from 'zod'

export const upstreamConfig = z.strictObject({})
