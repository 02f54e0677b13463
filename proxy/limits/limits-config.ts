import { z } from 'zod'

export const limitsConfig = z.strictObject({})
