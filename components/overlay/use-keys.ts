import { useEffect, type RefObject } from 'react'

/** Hears keys pressed anywhere inside a part. A listener of our own: the part itself is no control and takes no focus. */
export function useKeys(part: RefObject<HTMLElement | null>, onKey: (event: KeyboardEvent, part: HTMLElement) => void): void {
  useEffect(() => {
    const element = part.current
    if (!element) return undefined
    const listen = (event: KeyboardEvent) => onKey(event, element)
    element.addEventListener('keydown', listen)
    return () => element.removeEventListener('keydown', listen)
  }, [part, onKey])
}
