import type { ErrorCode } from '#utils/domain/error-code.ts'
import type { SightWatch } from './sight-watch.ts'

/** Milliseconds a part must have stood still in sight before a pointer may act in it. */
const STILL_MS = 300

export interface ActGateOptions {
  readonly root: ShadowRoot
  readonly sight: SightWatch
  readonly now: () => number
  /** When the part that holds an element was last moved by something else than the user's scrolling. */
  readonly movedAt: (slot: Element) => number
  readonly onRefused: (code: ErrorCode) => void
}

/**
 * One gate before everything a click or key can do in the overlay (T07): what the page makes up is ignored, and what
 * leads out of the overlay (`data-act`) happens only if the user could really see what she pressed.
 * It refuses and says so; it never fights the page.
 */
export function installActGate(options: ActGateOptions): () => void {
  const { root } = options
  const guard = (event: Event) => {
    if (!event.isTrusted) return stop(event)
    if (event.type !== 'click' || !(event instanceof MouseEvent)) return
    const button = event.target instanceof Element ? event.target.closest('button') : null
    if (!button?.closest('[data-act]')) return
    if (mayAct(button, event, options)) return
    stop(event)
    options.onRefused('click-refused')
  }
  const events = ['click', 'keydown', 'keyup', 'pointerdown', 'pointerup', 'mousedown', 'mouseup', 'change'] as const
  for (const type of events) root.addEventListener(type, guard, { capture: true })
  // The page has no business with keys pressed and clicks made in our parts, nor its shortcuts with them.
  const keep = (event: Event) => event.stopPropagation()
  for (const type of [...events, 'keypress', 'wheel', 'focusin', 'focusout'] as const) root.addEventListener(type, keep)
  return () => {
    for (const type of events) root.removeEventListener(type, guard, { capture: true })
    for (const type of [...events, 'keypress', 'wheel', 'focusin', 'focusout'] as const) root.removeEventListener(type, keep)
  }
}

function mayAct(button: Element, event: MouseEvent, { sight, now, movedAt }: ActGateOptions): boolean {
  if (!isPlainlyVisible(button) || sight.isCovered(button)) return false
  // Enter and Space on a focused button make a click that has no place on the screen: nothing can slip under it.
  const byPointer = event.detail > 0
  if (!byPointer) return true
  const slot = button.closest('[data-slot]')
  return (slot === null || now() - movedAt(slot) >= STILL_MS) && isOnTop(button, event)
}

/** Shown, nearly opaque and not distorted, all the way up through the shadow host to `html`. */
export function isPlainlyVisible(element: Element): boolean {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })) return false
  let opacity = 1
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const style = getComputedStyle(at)
    opacity *= Number(style.opacity || 1)
    if (opacity < 0.9 || isDistorted(style)) return false
  }
  return true
}

function isDistorted(style: CSSStyleDeclaration): boolean {
  const set = (value: string) => value !== '' && value !== 'none'
  return (
    set(style.filter) ||
    set(style.maskImage) ||
    (set(style.clipPath) && !style.clipPath.startsWith('inset(50%')) ||
    (style.mixBlendMode !== '' && style.mixBlendMode !== 'normal') ||
    set(style.scale) ||
    isScaledDown(style.transform)
  )
}

/** Anything but a plain move or a slight scale: smaller, turned, skewed or in three dimensions. */
function isScaledDown(transform: string): boolean {
  if (transform === '' || transform === 'none') return false
  const matrix = new DOMMatrixReadOnly(transform)
  const turned = matrix.b !== 0 || matrix.c !== 0
  return !matrix.is2D || turned || matrix.a < 0.9 || matrix.d < 0.9
}

/** The part really lies on top where the pointer is. */
function isOnTop(button: Element, event: MouseEvent): boolean {
  const root = button.getRootNode()
  if (!(root instanceof ShadowRoot)) return true
  const top = root.ownerDocument.elementFromPoint(event.clientX, event.clientY)
  const inside = root.elementFromPoint(event.clientX, event.clientY)
  return top === root.host && inside !== null && button.contains(inside)
}

function parentOf(element: Element): Element | null {
  if (element.parentElement) return element.parentElement
  const root = element.getRootNode()
  return root instanceof ShadowRoot ? root.host : null
}

function stop(event: Event): void {
  event.stopImmediatePropagation()
  event.preventDefault()
}
