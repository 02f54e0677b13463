import type { ErrorCode } from '#utils/domain/error-code.ts'
import type { FocusOrigin } from './focus-origin.ts'
import type { SightWatch } from './sight-watch.ts'
import type { StillWatch } from './still-watch.ts'
import type { TamperWatch } from './tamper-watch.ts'

/** Milliseconds a part must have stood still before a pointer may act in it. */
const STILL_MS = 300
/** And milliseconds it must have been in plain sight, on a page that has not moved by itself. */
const SEEN_MS = 450
/** Lower than this, in pixels of the window, nobody reads a button. */
const LEAST_HEIGHT = 14

export interface ActGateOptions {
  readonly root: ShadowRoot
  readonly sight: SightWatch
  readonly still: StillWatch
  readonly tamper: TamperWatch
  readonly focus: FocusOrigin
  readonly now: () => number
  /** The part of ours that an element lies in, by our own book: attributes can be written by the page. */
  readonly partOf: (element: Element) => Element | null
  /** When the part was last moved by something else than the user's scrolling. */
  readonly movedAt: (slot: Element) => number
  readonly onRefused: (code: ErrorCode) => void
}

export interface ActGate {
  /** Whether what runs now comes from a click that the gate let through. Acts ask, however the click reached them. */
  isOpen(): boolean
  /** To be told when the overlay has been drawn. */
  drawn(): void
}

const EVENTS = ['click', 'keydown', 'keyup', 'pointerdown', 'pointerup', 'mousedown', 'mouseup', 'change'] as const
const KEPT = [...EVENTS, 'keypress', 'wheel', 'focusin', 'focusout'] as const

/**
 * One gate before everything a click or key can do in the overlay (T07): what the page makes up is ignored, and what
 * leads out of the overlay (`data-act`) happens only if the user could really see what she pressed.
 * It refuses and says so; it never fights the page.
 */
export function installActGate(options: ActGateOptions): ActGate {
  const { root } = options
  let passed: Event | null = null
  const mayPass = (event: Event): boolean => {
    const button = event.target instanceof Element ? event.target.closest('button') : null
    if (!button?.closest('[data-act]')) return true
    if (event instanceof KeyboardEvent) return !isPress(event) || options.focus.isMeant(button)
    if (event.type !== 'click' || !(event instanceof MouseEvent)) return true
    if (!mayAct(button, event, options)) return false
    passed = event
    return true
  }
  const guard = (event: Event) => {
    if (!event.isTrusted) return stop(event)
    if (mayPass(event)) return options.focus.pressed(event)
    stop(event)
    options.onRefused('click-refused')
  }
  for (const type of EVENTS) root.addEventListener(type, guard, { capture: true })
  // The page has no business with keys pressed and clicks made in our parts, nor its shortcuts with them.
  const keep = (event: Event) => event.stopPropagation()
  for (const type of KEPT) root.addEventListener(type, keep)
  // An event that has been handled stands in no phase any more.
  return { isOpen: () => passed !== null && passed.eventPhase !== Event.NONE, drawn: options.still.look }
}

function isPress({ type, key }: KeyboardEvent): boolean {
  return type === 'keydown' && (key === 'Enter' || key === ' ')
}

function mayAct(button: Element, event: MouseEvent, options: ActGateOptions): boolean {
  const { sight, still, tamper, now, movedAt, partOf } = options
  const part = partOf(button)
  if (!part || !isPlainlyVisible(button) || tamper.isTampered()) return false
  // Enter and Space on a focused button make a click that has no place on the screen: nothing can slip under it.
  const byPointer = event.detail > 0
  if (!sight.isSeenFor(part, byPointer ? SEEN_MS : 0)) return false
  if (!byPointer) return true
  return now() - movedAt(part) >= STILL_MS && still.stillFor() >= SEEN_MS && isOnTop(button, event)
}

/** Shown, nearly opaque and not distorted, all the way up through the shadow host to `html`. */
export function isPlainlyVisible(element: Element): boolean {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })) return false
  // A picture of the page as it was may lie over everything.
  if (element.ownerDocument.documentElement.matches(':active-view-transition')) return false
  if (element.getBoundingClientRect().height < LEAST_HEIGHT) return false
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
    set(style.webkitMaskBoxImageSource) ||
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
