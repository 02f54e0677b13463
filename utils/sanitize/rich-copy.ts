import { sanitizeHtml } from './sanitize.ts'

/** Puts an element's content on the clipboard as text and as cleaned HTML, so that it keeps its lists when pasted. Only on a click. */
export async function copyRich(element: HTMLElement): Promise<void> {
  const html = sanitizeHtml(new XMLSerializer().serializeToString(element))
  const item = new ClipboardItem({
    'text/html': new Blob([html], { type: 'text/html' }),
    'text/plain': new Blob([element.innerText], { type: 'text/plain' }),
  })
  await navigator.clipboard.write([item])
}
