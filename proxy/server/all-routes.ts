import type { Routes } from '../parts.ts'
import { healthRoutes } from '../routes/health.ts'
import { metricsRoutes } from '../routes/metrics.ts'
import { modelsRoutes } from '../routes/models.ts'

/** Every route of the proxy. One that is not here does not exist. */
export const ROUTES: readonly Routes[] = [healthRoutes, metricsRoutes, modelsRoutes]
