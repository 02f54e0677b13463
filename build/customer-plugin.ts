import type { Plugin } from 'vite'
import type { Customer } from '../customer/customer.ts'

const NAME = 'virtual:customer'

/** Gives the code the customer it was built for as `virtual:customer`. */
export function customerPlugin(customer: Customer): Plugin {
  return {
    name: 'sagshjaelp-customer',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    load: (id) => (id === `\0${NAME}` ? `export const customer = Object.freeze(${JSON.stringify(customer)})` : null),
  }
}
