import { useEffect } from 'react'
import type { ReviewEvents } from './review-events.ts'

type Act = (on: ReviewEvents) => void

const KEYS: Readonly<Record<string, Act>> = {
  u: (on) => on.decide('release'),
  o: (on) => on.decide('redact'),
  t: (on) => on.decide('withhold'),
  e: (on) => on.decide('extract'),
  a: (on) => on.decideAllLike(),
  z: (on) => on.undo(),
  j: (on) => on.next(),
  k: (on) => on.previous(),
  arrowdown: (on) => on.next(),
  arrowup: (on) => on.previous(),
  arrowright: (on) => on.nextHit(),
  arrowleft: (on) => on.previousHit(),
  enter: (on) => on.takeUsual(),
}

/** Keys that a control under the focus needs for itself. */
const OF_CONTROL: Readonly<Record<string, RegExp>> = {
  button: /^(?:enter| )$/,
  a: /^enter$/,
  select: /./,
  input: /./,
  textarea: /./,
  summary: /^(?:enter| )$/,
}

/** Pressing these again would change nothing: the key is free for the decision. */
const ALREADY_CHOSEN = '.sh-queue-line[aria-current], .sh-filters [aria-pressed="true"]'

/** One key a decision, wherever the focus is. Single letters can be switched off, as WCAG 2.1.4 asks. */
export function useReviewKeys(on: ReviewEvents, enabled: boolean): void {
  useEffect(() => {
    if (!enabled) return
    const press = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase()
      const act = Object.hasOwn(KEYS, key) ? KEYS[key] : undefined
      if (act === undefined || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
      if (needed(event.target, key)) return
      event.preventDefault()
      act(on)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [on, enabled])
}

function needed(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement) || target.matches(ALREADY_CHOSEN)) return false
  return OF_CONTROL[target.tagName.toLowerCase()]?.test(key) ?? false
}
