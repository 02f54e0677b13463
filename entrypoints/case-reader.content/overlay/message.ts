import { ERRORS, type ErrorCode } from '#utils/domain/error-code.ts'

const SHOWN_MS = 10_000

/** Something the user is told for a while. */
export interface Message {
  readonly text: () => string | null
  tell(code: ErrorCode): void
  /** Takes it away without a word. */
  hush(): void
}

export function createMessage(onChange: () => void): Message {
  let text: string | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const hush = () => {
    clearTimeout(timer)
    text = null
  }
  return {
    text: () => text,
    hush,
    tell: (code) => {
      hush()
      const { what, means, action } = ERRORS[code]
      text = `${what} ${means} ${action}`
      timer = setTimeout(() => {
        hush()
        onChange()
      }, SHOWN_MS)
      onChange()
    },
  }
}
