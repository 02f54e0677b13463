declare module 'virtual:customer' {
  /** The customer this build is for. */
  export const customer: import('./customer.ts').Customer
}
