import { z } from 'zod'

export const storeConfig = z.strictObject({})
