/**
 * A small real PDF: one page for each text, in the viewer's own Helvetica, with the letters of Danish. Enough for a browser to
 * show and for a text extractor to read.
 */
export function writePdf(pages: readonly (readonly string[])[]): Uint8Array {
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  const kids: number[] = []
  for (const lines of pages) {
    const content = contentOf(lines)
    const page = objects.length + 1
    kids.push(page)
    objects.push(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${page + 1} 0 R >>`)
    objects.push(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`)
  }
  objects[1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`
  return Buffer.from(assemble(objects), 'latin1')
}

function contentOf(lines: readonly string[]): string {
  const shown = lines.flatMap((line) => wrapped(line)).slice(0, 52)
  return `BT /F1 11 Tf 14 TL 56 780 Td\n${shown.map((line) => `(${escaped(line)}) Tj T*`).join('\n')}\nET`
}

function assemble(objects: readonly string[]): string {
  let out = '%PDF-1.4\n%\xE2\xE3\xCF\xD3\n'
  const offsets = objects.map((object, index) => {
    const at = out.length
    out += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const xref = out.length
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`
  return `${out}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`
}

const escaped = (line: string) => toLatin1(line).replaceAll(/[\\()]/g, (sign) => `\\${sign}`)

/** WinAnsi holds the Danish letters at their Latin-1 places; what it lacks becomes a question mark. */
function toLatin1(line: string): string {
  return line.replaceAll('–', '-').replaceAll(/[^\x20-\x7E\xA0-\xFF]/g, '?')
}

function wrapped(line: string, width = 88): readonly string[] {
  const out: string[] = []
  let now = ''
  for (const word of line.split(' ')) {
    if (now.length + word.length + 1 > width) {
      out.push(now)
      now = word
    } else now = now === '' ? word : `${now} ${word}`
  }
  return [...out, now]
}
