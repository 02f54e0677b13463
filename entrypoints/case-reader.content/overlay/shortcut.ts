/** Listens anywhere in the page for Alt + Shift + S: to the bar of next actions and back. Told in the panel and in the handbook. */
export function onBarShortcut(window: Window, press: () => void, signal: AbortSignal): void {
  window.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || event.code !== 'KeyS' || !event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      event.stopPropagation()
      press()
    },
    { capture: true, signal },
  )
}
