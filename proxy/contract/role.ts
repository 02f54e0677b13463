/** The three roles of the product. What each may do is said by every route for itself. */
export const ROLES = ['caseworker', 'supervisor', 'administrator'] as const

export type Role = (typeof ROLES)[number]
