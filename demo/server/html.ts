/** Markup that is already safe. */
export interface Raw {
  readonly markup: string
}

export const raw = (markup: string): Raw => ({ markup })

/** A template whose slots are text unless they are `raw`. Empty slots (`null`, `false`) write nothing. */
export function html(parts: TemplateStringsArray, ...slots: readonly (string | number | Raw | null | false)[]): string {
  return parts.map((part, index) => part + written(slots[index])).join('')
}

function written(slot: string | number | Raw | null | false | undefined): string {
  if (slot === undefined || slot === null || slot === false) return ''
  return typeof slot === 'object' ? slot.markup : escapeHtml(String(slot))
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign)
}
