import { readFileSync, statSync } from 'node:fs'
import type { z } from 'zod'
import { proxyConfig, type ProxyConfig } from './proxy-config.ts'

const MOST_BYTES = 1_048_576

/** The configuration cannot be used. The message is for the operator: Danish, and without the values that stand there. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** @throws ConfigError */
export function loadConfig(path: string): ProxyConfig {
  return parseConfig(readJson(path))
}

/** @throws ConfigError */
export function parseConfig(raw: unknown): ProxyConfig {
  const parsed = proxyConfig.safeParse(raw)
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.') || '(øverst)'}: ${inDanish(issue)}`)
  throw new ConfigError(`Opsætningen kan ikke bruges:\n${lines.join('\n')}`)
}

/** @throws ConfigError */
export function readJson(path: string): unknown {
  let text: string
  try {
    if (statSync(path).size > MOST_BYTES) throw new ConfigError(`Opsætningen i ${path} er for stor`)
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof ConfigError) throw error
    throw new ConfigError(`Opsætningen i ${path} kan ikke læses`, { cause: error })
  }
  try {
    return JSON.parse(text)
  } catch {
    // The parser quotes what it met, which may be a secret that somebody wrote there.
    throw new ConfigError(`Opsætningen i ${path} er ikke gyldig JSON`)
  }
}

function inDanish(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `kender ikke ${issue.keys.join(', ')}`
    case 'invalid_type':
      return issue.message.includes('received undefined') ? 'mangler' : `skal være ${issue.expected}`
    case 'invalid_value':
      return `skal være en af: ${issue.values.join(', ')}`
    case 'too_big':
      return `må højst være ${issue.maximum}`
    case 'too_small':
      return `skal mindst være ${issue.minimum}`
    case 'invalid_union':
      return 'har ingen af de former, der er plads til'
    case 'custom':
      return issue.message
    default:
      return 'har ikke den rette form'
  }
}
