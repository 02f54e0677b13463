import { onOwnRenders } from './own-renders.ts'

/** Knows whether anybody but us has changed what is in our part of the page. */
export interface TamperWatch {
  isTampered(): boolean
  /** Runs something of ours that changes our part of the page outside a rendering. */
  own<T>(change: () => T): T
  /** After everything was taken away: what comes now is ours again. */
  forget(): void
}

/** Written by our own placing, many times a second; what they may do is bounded, see `isPlacedOnly`. */
const PLACING: ReadonlySet<string> = new Set(['style', 'data-away', 'data-fixed', 'data-width', 'data-low', 'data-anchor', 'data-theme'])
const RING = 'sh-ring'

/**
 * The root is open, so the page can write other words on our buttons or other styles into it. A changed part is not fought:
 * it answers no click until the overlay is built anew.
 */
export function createTamperWatch(root: ShadowRoot, layer: HTMLElement): TamperWatch {
  const sheets = [...root.adoptedStyleSheets]
  const before = textOf(sheets)
  let tampered = false
  const judge = (records: readonly MutationRecord[]) => {
    tampered ||= records.some((record) => !isOurs(record))
  }
  const observer = new MutationObserver(judge)
  observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true })
  const drop = () => void observer.takeRecords()
  const look = () => judge(observer.takeRecords())
  onOwnRenders({ before: look, after: drop })
  const areSheetsOurs = () => {
    const now = root.adoptedStyleSheets
    return now.length === sheets.length && sheets.every((sheet, at) => now[at] === sheet && !sheet.disabled) && textOf(sheets) === before
  }
  return {
    isTampered: () => {
      look()
      return tampered || !areSheetsOurs() || !isPlacedOnly(layer)
    },
    own: (change) => {
      look()
      const result = change()
      drop()
      return result
    },
    forget: () => {
      drop()
      tampered = root.childNodes.length !== 1 || root.firstChild !== layer
    },
  }
}

function isOurs({ type, target, attributeName, addedNodes, removedNodes }: MutationRecord): boolean {
  if (!(target instanceof Element)) return false
  if (type === 'attributes') return PLACING.has(attributeName ?? '') && target.matches(`.sh-slot, .${RING}, .sh-layer`)
  // The ring goes by itself after a while.
  return addedNodes.length === 0 && [...removedNodes].every((node) => node instanceof Element && node.classList.contains(RING))
}

/** A part's own style says where it stands and nothing else. */
function isPlacedOnly(layer: HTMLElement): boolean {
  return [...layer.querySelectorAll<HTMLElement>('.sh-slot')].every(
    ({ style }) => style.length === 0 || (style.length === 1 && style.item(0) === 'translate'),
  )
}

function textOf(sheets: readonly CSSStyleSheet[]): string {
  return sheets.map(({ cssRules }) => Array.from(cssRules, ({ cssText }) => cssText).join('\n')).join('\n')
}
