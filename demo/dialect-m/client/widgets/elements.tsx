import { createElement, useEffect, useEffectEvent, useRef } from 'react'
import { DatePicker } from './date-picker.ts'
import { HelpWidget } from './help.ts'

customElements.define('sb-dato', DatePicker)
customElements.define('sb-hjaelp', HelpWidget)

export function HelpBubble() {
  return createElement('sb-hjaelp')
}

/** The closed-root date picker as a controlled field. */
export function DateField({ label, value, onChange }: { label: string; value: string; onChange: (day: string) => void }) {
  const field = useRef<HTMLElement & { value: string }>(null)
  const change = useEffectEvent(onChange)
  useEffect(() => {
    const element = field.current
    if (!element) return
    const listener = (event: Event) => {
      if (event instanceof CustomEvent) change(String(event.detail))
    }
    element.addEventListener('dato', listener)
    return () => element.removeEventListener('dato', listener)
  }, [])
  useEffect(() => {
    if (field.current && field.current.value !== value) field.current.value = value
  }, [value])
  // oxlint-disable-next-line react/refs -- the ref is handed on, not read
  return createElement('sb-dato', { ref: field, label })
}
