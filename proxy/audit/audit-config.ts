import { z } from 'zod'
import { secretRef } from '../config/secret.ts'

export const SHORTEST_DAYS = 184

/** The record of use: what BEK 101/2026 § 2 asks to be documented, without content. */
export const auditConfig = z.strictObject({
  gatherMs: z
    .int()
    .min(0)
    .max(100)
    .default(0)
    .describe(
      'Så længe samles poster, før de skrives til disken på én gang, når ingen er ved at blive skrevet. Svarets sidste byte venter på dem.',
    ),
  longestWaitSeconds: z
    .int()
    .min(1)
    .max(60)
    .default(10)
    .describe('Så længe venter et svar højst på, at dets post er skrevet. Derefter ender det som en fejl.'),
  mostWaiting: z
    .int()
    .min(100)
    .max(100_000)
    .default(5000)
    .describe('Når så mange poster venter på disken, afvises nye kald til sprogmodellen, før de bliver sendt.'),
  deadAfterSeconds: z
    .int()
    .min(5)
    .max(600)
    .default(60)
    .describe('En replika, der ikke har givet livstegn så længe, er død. De kald, den havde i gang, skrives som fejl.'),
  signingKey: secretRef
    .nullable()
    .default(null)
    .describe(
      'Privat Ed25519-nøgle (PEM, PKCS #8), som kædens kontrolpunkter underskrives med. Uden den kan den, der råder over databasen, skrive hele kæden om.',
    ),
  earlierKeys: z
    .array(z.string().regex(/^[\w-]{43}$/))
    .max(20)
    .default([])
    .describe('Offentlige nøgler, som ældre kontrolpunkter er underskrevet med.'),
  checkpointRecords: z.int().min(10).max(100_000).default(1000).describe('Antal poster mellem to kontrolpunkter.'),
  checkpointMinutes: z.number().min(0.01).max(1440).default(5).describe('Længste tid mellem to kontrolpunkter, når der er nye poster.'),
  staffKey: secretRef
    .nullable()
    .default(null)
    .describe(
      'Når den er sat, står medarbejderen i fortegnelsen som HMAC-SHA256 af sit bruger-id med denne nøgle i stedet for som selve id’et.',
    ),
  retentionDays: z
    .int()
    .min(SHORTEST_DAYS)
    .max(3660)
    .default(400)
    .describe('Så længe gemmes poster. Mindst 184 dage (AI-forordningens art. 26, stk. 6: seks måneder); databasen sletter intet før.'),
})

export type AuditConfig = z.infer<typeof auditConfig>
