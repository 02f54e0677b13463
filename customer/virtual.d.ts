/* oxlint-disable typescript/consistent-type-imports -- an ambient module may not import by relative path, only name a type by it */
declare module 'virtual:customer' {
  /** The customer this build is for. */
  export const customer: import('./customer.ts').Customer
}

declare module 'virtual:site-profiles' {
  /** The customer's built-in site profiles, checked when they were built in. */
  export const profiles: readonly import('../utils/page/site-profile.ts').SiteProfile[]
}
