/** Writes the JSON Schema of site profiles beside them, so that an editor helps whoever adapts one. */
import { writeFileSync } from 'node:fs'
import { profileJsonSchema } from './profile-json-schema.ts'

writeFileSync(new URL('../packs/profiles/site-profile.schema.json', import.meta.url), profileJsonSchema())
