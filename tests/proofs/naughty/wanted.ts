import { factDefinition, type FactKey } from '#utils/domain/fact-catalogue.ts'

/**
 * What a reader of the page would say stands there, worked out here and not by the product: the documented normalisation is
 * one space for any run of spaces, composed letters, and no characters that take no room. Lone halves of a character are
 * shown as the replacement character.
 */
export function wanted(key: FactKey, text: string): string {
  // The page's own HTML or JSON has no NUL, and line ends are one character.
  const onPage = text.replaceAll('\u0000', '').replaceAll(/\r\n?/g, '\n').toWellFormed()
  return factDefinition(key)?.type === 'richText'
    ? onPage
        .split('\n')
        .map(oneLine)
        .join('\n')
        .replaceAll(/\n{3,}/g, '\n\n')
        .trim()
    : oneLine(onPage)
}

function oneLine(text: string): string {
  return text
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .normalize('NFC')
}

/** A read value in the same form, for comparison. */
export function asRead(value: unknown): string | null {
  return typeof value === 'string' ? value.toWellFormed() : null
}
