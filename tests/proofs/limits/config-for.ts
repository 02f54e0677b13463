import { limitsConfig, type LimitsConfig } from '#proxy/limits/limits-config.ts'
import { USERS } from './drive.ts'

/** Each limit is met by somebody in the run: users for requests and tokens, one unit's tokens, the municipality's requests. */
export function configFor(requests: number): LimitsConfig {
  const each = requests / USERS
  return limitsConfig.parse({
    user: { requestsPerMinute: Math.ceil(each / 5), tokensPerDay: Math.ceil(each * 360), callsAtOnce: 100 },
    unit: { requestsPerMinute: Math.ceil(requests / 26), tokensPerDay: Math.ceil(requests * 90), callsAtOnce: 10_000 },
    municipality: { requestsPerMinute: Math.ceil(requests / 5.2), tokensPerDay: requests * 1000, callsAtOnce: 10_000 },
    units: {},
    blockTokens: Math.max(1000, Math.ceil(each * 30)),
    settleMilliseconds: 50,
  })
}
