import { z } from 'zod'

export const knowledgeConfig = z
  .strictObject({
    embeddingModel: z
      .string()
      .min(1)
      .max(100)
      .nullable()
      .default(null)
      .describe(
        'Navnet på den model til vektorer (fra upstream.models), som finder passager efter mening. Kræver pgvector i lageret. Tom: der søges efter ord.',
      ),
    meaningSeconds: z
      .number()
      .min(0.1)
      .max(30)
      .default(3)
      .describe('Så længe ventes der på vektoren for en søgning. Derefter svares der efter ord alene.'),
  })
  .prefault({})

export type KnowledgeConfig = z.infer<typeof knowledgeConfig>
