import { z } from 'zod'

export const serverConfig = z.strictObject({})
