export const CHANNELS = ['html', 'markdown', 'url', 'css', 'json', 'text'] as const
export type Channel = (typeof CHANNELS)[number]

/** Text that would run, load something or make elements if it were ever taken for anything but text. */
export interface Vector {
  readonly id: string
  readonly channel: Channel
  readonly payload: string
}

/** What a vector that works leaves behind. */
export interface Effects {
  /** A script that marks the window. */
  readonly script: (id: string) => string
  /** An address that nobody should ask for. */
  readonly trap: (id: string) => string
}

/** Never resolved: the browser's only way out records it. */
export const TRAP_HOST = 'trap.example'

export const EFFECTS: Effects = {
  script: (id) => `window.__pwned='${id}'`,
  trap: (id) => `http://${TRAP_HOST}/${id}`,
}
