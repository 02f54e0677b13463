/** Text for HTML: everything that could be markup or an attribute's end becomes what it looks like. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)
}

const STYLE = `
  body { font: 11pt/1.5 Georgia, 'Times New Roman', serif; max-width: 46em; margin: 2em auto; padding: 0 1em; color: #111; background: #fff; }
  h1, h2, h3 { font-family: system-ui, sans-serif; line-height: 1.25; }
  h2 { border-top: 2px solid #444; padding-top: 0.6em; margin-top: 2em; }
  dl { display: grid; grid-template-columns: 11em 1fr; gap: 0.2em 1em; }
  dt { font-weight: bold; }
  dd { margin: 0; }
  table { border-collapse: collapse; width: 100%; }
  th, td { border: 1px solid #777; padding: 0.25em 0.5em; text-align: left; vertical-align: top; }
  code { font: 0.9em/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
  .note { border-left: 4px solid #777; padding-left: 0.8em; }
  @page { size: A4; margin: 20mm; }
  @media print {
    body { margin: 0; max-width: none; font-size: 10pt; }
    section, tr { break-inside: avoid; }
    h2, h3 { break-after: avoid; }
    nav { display: none; }
  }`

/** A whole page that needs nothing but itself: no script, no picture, no address it fetches from. */
export function htmlPage(title: string, body: string): string {
  return `<!doctype html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${STYLE}
</style>
</head>
<body>
${body}
</body>
</html>
`
}

/** Pairs of a name and a value as a list of definitions; empty values are left out. */
export function definitionList(pairs: readonly (readonly [name: string, value: string | null])[]): string {
  const rows = pairs.flatMap(([name, value]) =>
    value === null || value === '' ? [] : [`<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`],
  )
  return rows.length === 0 ? '' : `<dl>${rows.join('')}</dl>`
}
