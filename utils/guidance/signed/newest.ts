/** Pack id → the highest serial that was ever in use. */
export type NewestSerials = Readonly<Record<string, number>>

/** 0 for a pack that was never in use. An id may be the name of something that every object has. */
export function newestOf(newest: NewestSerials, id: string): number {
  return Object.entries(newest).find(([known]) => known === id)?.[1] ?? 0
}
