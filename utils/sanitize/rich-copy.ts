import { sanitizeHtml } from './sanitize.ts'

/** Puts text on the clipboard, also as simple HTML so that its lists survive in a word processor. Only on a click. */
export async function copyRich(text: string): Promise<void> {
  const html = sanitizeHtml(linesToHtml(text))
  const item = new ClipboardItem({
    'text/html': new Blob([html], { type: 'text/html' }),
    'text/plain': new Blob([text], { type: 'text/plain' }),
  })
  await navigator.clipboard.write([item])
}

/** Lines that begin with `- ` become a list, the others paragraphs. What the text holds stays text. */
export function linesToHtml(text: string): string {
  const blocks: string[] = []
  let items: string[] = []
  const closeList = () => {
    if (items.length > 0) blocks.push(`<ul>${items.join('')}</ul>`)
    items = []
  }
  for (const line of text.split('\n')) {
    const item = /^\s*- (.*)$/.exec(line)?.[1]
    if (item !== undefined) items.push(`<li>${escape(item)}</li>`)
    else {
      closeList()
      if (line.trim() !== '') blocks.push(`<p>${escape(line)}</p>`)
    }
  }
  closeList()
  return blocks.join('')
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
}
