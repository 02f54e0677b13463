/** Keys of PDF.js' own bookkeeping, which hold no text of the document. */
const TECHNICAL = new Set(
  'id subtype annotationType fieldType borderStyle color backgroundColor borderColor quadPoints rect rotation hasAppearance hasFontLoaded kidIds fontName name dash type annotationFlags fieldFlags creationDate modificationDate state stateModel pageIndex refToReplace inkLists vertices lineCoordinates'.split(
    ' ',
  ),
)
const DEEPEST = 12
const MOST = 20_000

/** Every text in a structure that came out of a document, whatever key it stands under. */
export function deepTexts(value: unknown): readonly string[] {
  const texts = new Set<string>()
  collect(value, texts, 0)
  return [...texts]
}

function collect(value: unknown, texts: Set<string>, depth: number): void {
  if (texts.size >= MOST || depth > DEEPEST) return
  if (typeof value === 'string' && value.trim() !== '') texts.add(value)
  for (const one of inside(value)) collect(one, texts, depth + 1)
}

function inside(value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return []
  if (Array.isArray(value)) return value
  if (value instanceof Map) return [...value].flat()
  return Object.entries(value).flatMap(([key, one]) => (TECHNICAL.has(key) ? [] : [one]))
}
