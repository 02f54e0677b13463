import { z } from 'zod'

export const guidanceConfig = z.strictObject({})
