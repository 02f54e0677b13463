/** Which element each value and row of one reading came from: what the reader found, so that no second search can find another. */
export class ReadingPlaces {
  private readonly elements = new Map<string, WeakRef<Element>>()

  /** The first place of a value counts; others that say the same are as good. */
  note(place: string, element: Element): void {
    if (!this.elements.has(place)) this.elements.set(place, new WeakRef(element))
  }

  at(place: string): Element | null {
    const element = this.elements.get(place)?.deref()
    return element?.isConnected ? inTopDocument(element) : null
  }
}

export const factPlace = (key: string, row: string | null): string => (row === null ? key : `${key}|${row}`)
export const rowPlace = (group: string, row: string): string => `${group}||${row}`

/** What stands in a frame is shown by its frame: places in it are counted from another corner. */
function inTopDocument(element: Element): Element | null {
  const window = element.ownerDocument.defaultView
  return window && window !== window.parent ? window.frameElement : element
}
