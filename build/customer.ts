import { existsSync, readFileSync } from 'node:fs'
import type { Customer } from '../customer/customer.ts'
import { customerSchema } from '../customer/customer-schema.ts'

/** The customer that this build is for: a name in `customer/` or a path, from `SAGSHJAELP_CUSTOMER`. */
export function loadCustomer(named = process.env['SAGSHJAELP_CUSTOMER'] ?? 'stand-in'): Customer {
  const file = existsSync(`customer/${named}.json`) ? `customer/${named}.json` : named
  return customerSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
}
