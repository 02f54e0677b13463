import { readFileSync } from 'node:fs'
import { AppError } from '#utils/domain/app-error.ts'

/** A page saved as a file and the address it was saved from, when the file tells. */
export interface SavedPage {
  readonly html: string
  readonly url: string | null
}

const PLACES = [
  /<!--\s*saved from url=\(\d{1,6}\)(https?:\/\/[^\s>]+)\s*-->/iu,
  /<meta[^>]+name=["']saved-from["'][^>]+content=["'](https?:\/\/[^"']+)["']/iu,
  /<base[^>]+href=["'](https?:\/\/[^"']+)["']/iu,
  /<link[^>]+rel=["']canonical["'][^>]+href=["'](https?:\/\/[^"']+)["']/iu,
]
const HEAD = 20_000

/** Reads a saved page. Its address is the one given, else what the browser that saved it wrote into it. */
export function readSavedPage(path: string, address: string | undefined): SavedPage {
  const html = readText(path)
  const written = PLACES.map((place) => place.exec(html.slice(0, HEAD))?.[1]).find((found) => found !== undefined)
  return { html, url: address ?? written?.replaceAll('&amp;', '&') ?? null }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new AppError('file-unreadable', { cause })
  }
}
