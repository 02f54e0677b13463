import { AppError } from '#utils/domain/app-error.ts'
import { z } from '#utils/validation/zod.ts'
import { createModelClient, type ModelAccess } from './model-client.ts'
import { modelErrorCode } from './model-error.ts'

const modelList = z.object({ data: z.array(z.object({ id: z.string().min(1), kind: z.string().optional() })) })
const PATIENCE_MS = 4000

/** The models that the municipality allows for writing text. */
export async function listModels(access: ModelAccess): Promise<readonly string[]> {
  const parsed = modelList.safeParse(await ask(access))
  // The client's own page type takes any JSON for an empty list, so the answer itself is looked at.
  if (!parsed.success) throw new AppError('proxy-away')
  return parsed.data.data.filter(({ kind = 'chat' }) => kind === 'chat').map(({ id }) => id)
}

async function ask(access: ModelAccess): Promise<unknown> {
  try {
    const response = await createModelClient(access).models.list({ timeout: PATIENCE_MS }).asResponse()
    return await response.json()
  } catch (cause) {
    throw new AppError(cause instanceof SyntaxError ? 'proxy-away' : modelErrorCode(cause), { cause })
  }
}
