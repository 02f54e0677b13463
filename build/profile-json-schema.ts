import { siteProfileSchema } from '#utils/page/site-profile.ts'
import { z } from '#utils/validation/zod.ts'

/** The JSON Schema of site profiles as text. Made from the schema that the product itself checks them with. */
export function profileJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(siteProfileSchema, { io: 'input', reused: 'ref' }), null, 2)}\n`
}
