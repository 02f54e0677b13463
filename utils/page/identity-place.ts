import type { EarlyChanges } from './early-changes.ts'
import { isVisible } from './visible.ts'

/** More than any line that says whose page it is; something larger is the place around it. */
const MAX_ELEMENTS = 200

/** The elements that say whose page it is, and what they said when the page was last looked at. */
export class IdentityPlace {
  private said = new Map<Element, string>()

  /** Before a new look. */
  forget(): void {
    this.said = new Map()
  }

  note(element: Element): void {
    if (element.getElementsByTagName('*').length <= MAX_ELEMENTS) this.said.set(element, sayingOf(element))
  }

  /** Whether all of them are still there to be seen and say what they said. */
  stands(): boolean {
    if (this.said.size === 0) return false
    return [...this.said].every(([element, saying]) => element.isConnected && isVisible(element) && sayingOf(element) === saying)
  }

  /** Since when nothing has touched them, as far as was watched; `null` when that cannot be told. */
  untouchedSince({ from, batches }: EarlyChanges): number | null {
    const elements = [...this.said.keys()]
    if (elements.length === 0 || elements.some((element) => element.getRootNode() !== element.ownerDocument)) return null
    const touching = batches.filter(({ records }) => records.some((record) => elements.some((element) => touches(record, element))))
    return Math.max(from, ...touching.map(({ at }) => at))
  }

  /** Whether changes may have to do with whose page it is. Asks for no layout, so it is cheap in the middle of a change. */
  concerns(records: readonly MutationRecord[]): boolean {
    if (this.said.size === 0) return true
    for (const [element, saying] of this.said) {
      if (!element.isConnected) return true
      if (records.some((record) => isAroundShown(record, element))) return true
      const touched = records.some(({ target }) => element.contains(target) || target.contains(element))
      if (touched && sayingOf(element) !== saying) return true
    }
    // What a shadow root holds is not among these elements.
    return records.some(({ target }) => target.getRootNode().nodeType === Node.DOCUMENT_FRAGMENT_NODE)
  }
}

/** An attribute of something around it: a host that keeps several citizens on a page shows and hides them so. */
function isAroundShown({ type, target }: MutationRecord, element: Element): boolean {
  return type === 'attributes' && target !== element && target.contains(element)
}

/** It, something in it or an attribute around it has changed, or it came with the change. */
function touches(record: MutationRecord, element: Element): boolean {
  if (element.contains(record.target) || isAroundShown(record, element)) return true
  return [...record.addedNodes].some((node) => node.contains(element))
}

/** All that an element says: its text, and the attributes of everything in it. */
function sayingOf(element: Element): string {
  const attributes = [element, ...element.getElementsByTagName('*')].flatMap((one) =>
    [...one.attributes].map(({ name, value }) => `${name}=${value}`),
  )
  return `${element.textContent ?? ''}\n${attributes.join('\n')}`
}
