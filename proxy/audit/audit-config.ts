import { z } from 'zod'

export const auditConfig = z.strictObject({})
