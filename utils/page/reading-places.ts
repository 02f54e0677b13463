/** Which element each value and row of one reading came from: what the reader found, so that no second search can find another. */
export class ReadingPlaces {
  private readonly elements = new Map<string, WeakRef<Element>>()
  private readonly cells = new WeakMap<Element, ReadonlyMap<string, Element>>()

  /** The first place of a value counts; others that say the same are as good. */
  note(place: string, element: Element): void {
    if (!this.elements.has(place)) this.elements.set(place, new WeakRef(element))
  }

  /** A row and the cells of its facts. The cells live as long as their row. */
  noteRow(place: string, row: Element, cells: ReadonlyMap<string, Element> | undefined): void {
    this.note(place, row)
    if (cells) this.cells.set(row, cells)
  }

  /** Where the fact of a row stands; the row itself when its cell is not known. */
  cellAt(place: string, key: string): Element | null {
    const row = this.at(place)
    const cell = row ? this.cells.get(row)?.get(key) : undefined
    return cell?.isConnected ? cell : row
  }

  at(place: string): Element | null {
    const element = this.elements.get(place)?.deref()
    return element?.isConnected ? inTopDocument(element) : null
  }
}

export const factPlace = (key: string): string => key
export const rowPlace = (group: string, row: string): string => `${group}||${row}`

/** What stands in a frame is shown by its frame: places in it are counted from another corner. */
function inTopDocument(element: Element): Element | null {
  const window = element.ownerDocument.defaultView
  return window && window !== window.parent ? window.frameElement : element
}
