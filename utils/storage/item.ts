import type { z } from '#utils/validation/zod.ts'
import { browser } from '#utils/browser/browser.ts'

/** One typed value in browser storage. What is stored and no longer fits is treated as never set. */
export interface StoredItem<T> {
  get(): Promise<T>
  /** Reads, changes and writes back. Calls on one item are run one after the other, so none is lost. */
  update(change: (value: T) => T): Promise<T>
  /** Calls back on every change, whoever made it. Returns a function that stops it. */
  watch(callback: (value: T) => void): () => void
}

/**
 * `local` is written to disk: settings only, never anything of a case. `session` stays in memory and is for tokens.
 */
export function defineItem<T>(area: 'local' | 'session', key: string, schema: z.ZodType<T>, fallback: T): StoredItem<T> {
  const parse = (raw: unknown): T => {
    const parsed = schema.safeParse(raw)
    return parsed.success ? parsed.data : fallback
  }
  const get = async () => parse((await browser.storage[area].get(key))[key])
  const write = async (change: (value: T) => T) => {
    const value = change(await get())
    await browser.storage[area].set({ [key]: value })
    return value
  }
  return {
    get,
    update: async (change) => navigator.locks.request(`sagshjaelp-${area}-${key}`, async () => write(change)),
    watch: (callback) => {
      const listener = (changes: Record<string, { newValue?: unknown }>, changedArea: string) => {
        const change = changes[key]
        if (changedArea === area && change) callback(parse(change.newValue))
      }
      browser.storage.onChanged.addListener(listener)
      return () => browser.storage.onChanged.removeListener(listener)
    },
  }
}
