import { z } from 'zod'

const count = z
  .int()
  .min(1)
  .max(Number.MAX_SAFE_INTEGER / 4)

function scope(name: string, defaults: { readonly perMinute: number; readonly atOnce: number; readonly perDay: number }) {
  return z
    .strictObject({
      requestsPerMinute: count.default(defaults.perMinute).describe('Kald i minuttet, talt over alle replikaer.'),
      callsAtOnce: count.default(defaults.atOnce).describe('Svar, der må løbe samtidig, på hver replika.'),
      tokensPerDay: count.default(defaults.perDay).describe('Tokens pr. døgn (dansk tid), talt over alle replikaer.'),
    })
    .prefault({})
    .describe(name)
}

const unitOverride = z.strictObject({
  requestsPerMinute: count.optional(),
  callsAtOnce: count.optional(),
  tokensPerDay: count.optional(),
})

export const limitsConfig = z.strictObject({
  user: scope('Grænser for hver medarbejder.', { perMinute: 60, atOnce: 6, perDay: 1_000_000 }),
  unit: scope('Grænser for hver enhed.', { perMinute: 1200, atOnce: 120, perDay: 20_000_000 }),
  municipality: scope('Grænser for hele kommunen.', { perMinute: 6000, atOnce: 600, perDay: 100_000_000 }),
  units: z.record(z.string(), unitOverride).default({}).describe('Andre grænser for en bestemt enhed.'),
  modelWeights: z
    .record(z.string(), z.number().positive().max(1000))
    .default({})
    .describe('Hvor meget et token i en model tæller, efter modellens pris. 1, når den ikke er nævnt.'),
  blockTokens: count
    .default(50_000)
    .describe('Så stor en bid af døgnets tokens lejer en replika ad gangen. Højst så meget kan der bruges for meget.'),
  leaseSeconds: z.int().min(2).max(3600).default(90).describe('Efter så lang tid uden livstegn gives en replikas ubrugte bid tilbage.'),
  settleMilliseconds: z.int().min(10).max(10_000).default(500).describe('Så tit skrives forbruget ned.'),
})

export type LimitsConfig = z.infer<typeof limitsConfig>
