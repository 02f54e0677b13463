import { z } from 'zod'
import { secretRef } from '../config/secret.ts'

const ruleId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const publicKey = z.string().regex(/^[\w-]{43}$/)

/** Rule packs and the units' switches. */
export const guidanceConfig = z.strictObject({
  signingKey: secretRef
    .nullable()
    .default(null)
    .describe('Kommunens private Ed25519-nøgle (PEM, PKCS #8). Uden den kan intet slås til eller fra undtagen brug af sprogmodel.'),
  otherKeys: z
    .array(
      z.strictObject({
        key: publicKey.describe('Den offentlige nøgle.'),
        lastEntry: z
          .int()
          .min(1)
          .nullable()
          .default(null)
          .describe('Sidste post i loggen, som nøglen gælder for. Sæt den, når nøglen er taget ud af brug.'),
      }),
    )
    .max(20)
    .default([])
    .describe('Kommunens andre nøgler: tidligere, som loggens ældre poster er underskrevet med, og den næste, før den tages i brug.'),
  publisherKeys: z
    .array(publicKey)
    .max(2)
    .default([])
    .describe(
      'Udgiverens offentlige nøgler, højst to: den, der bruges, og den, der tager over. Regelpakker skal være underskrevet med en af dem.',
    ),
  packs: z
    .string()
    .startsWith('/')
    .nullable()
    .default(null)
    .describe('Mappe med underskrevne regelpakker (filer, der ender på .signed.json). De læses ved start.'),
  locked: z.array(ruleId).max(2000).default([]).describe('Regel-id’er, som ingen enhed kan slå fra.'),
  secondApprover: z
    .enum(['never', 'when-switching-off', 'always'])
    .default('never')
    .describe('Om en anden person skal godkende en ændring, før den gælder. Nødstop af sprogmodellen venter aldrig på nogen.'),
  shortestReason: z.int().min(5).max(200).default(10).describe('Færrest tegn i en begrundelse.'),
  pollSeconds: z
    .number()
    .min(0.1)
    .max(20)
    .default(5)
    .describe('Hvor tit hver replika spørger lageret om nye poster. En ændring gælder overalt inden for to gange så længe.'),
  validDays: z
    .int()
    .min(1)
    .max(60)
    .default(7)
    .describe('Hvor mange dage en underskrift på omskifterne gælder. De fornyes af sig selv hver time.'),
})

export type GuidanceConfig = z.infer<typeof guidanceConfig>
