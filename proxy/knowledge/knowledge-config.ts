import { z } from 'zod'

export const knowledgeConfig = z.strictObject({})
