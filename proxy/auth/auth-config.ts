import { z } from 'zod'

export const authConfig = z.strictObject({})
