/** A stretch of a document in which the form of the file no longer shows. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }

/** What a file in plain form says of itself, where it says it. */
export interface FrontMatter {
  readonly title?: string | undefined
  readonly short?: string | undefined
  readonly validFrom?: string | undefined
  readonly validTo?: string | undefined
}

export interface ReadBlocks {
  readonly blocks: readonly Block[]
  readonly front: FrontMatter
}

const MOST_BLOCKS = 200_000

/** Gathers blocks; empty ones fall away and white space is evened out. */
export class BlockList {
  readonly blocks: Block[] = []

  get isFull(): boolean {
    return this.blocks.length >= MOST_BLOCKS
  }

  heading(level: number, text: string): void {
    const tidy = tidied(text)
    if (tidy !== '') this.blocks.push({ kind: 'heading', level, text: tidy })
  }

  text(text: string): void {
    const tidy = tidied(text)
    if (tidy !== '') this.blocks.push({ kind: 'text', text: tidy })
  }
}

function tidied(text: string): string {
  return text
    .replace(/[\u00AD\u200B\uFEFF]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
}
