import { useEffect, useEffectEvent, useId, useRef, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { cx } from '../cx.ts'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'

interface OverlayProps {
  readonly title: ReactNode
  readonly onClose: () => void
  readonly children: ReactNode
}

/** From the right, over the screen; put at the end of `body`. */
export function Drawer({ title, onClose, children }: OverlayProps) {
  const id = useId()
  const box = useDialogFocus(onClose)
  return createPortal(
    <div className={cx('MuiDrawer-root')}>
      <button type="button" aria-hidden="true" tabIndex={-1} className={cx('backdrop')} onClick={onClose} />
      <div ref={box} role="dialog" aria-modal="true" aria-labelledby={id} tabIndex={-1} className={cx('drawer')}>
        <div className={cx('drawerHead')}>
          <h2 id={id} className={cx('screenTitle')}>
            {title}
          </h2>
          <Button look="icon" aria-label="Luk" onClick={onClose}>
            <Icon name="xmark" />
          </Button>
        </div>
        <div className={cx('drawerBody')}>{children}</div>
      </div>
    </div>,
    document.body,
  )
}

/** In the middle, over the screen; put at the end of `body`. */
export function Modal({ title, onClose, small = false, foot, children }: OverlayProps & { small?: boolean; foot: ReactNode }) {
  const id = useId()
  const box = useDialogFocus(onClose)
  return createPortal(
    <div className={cx('MuiDialog-root')}>
      <div className={cx('backdrop')} />
      <div ref={box} role="dialog" aria-modal="true" aria-labelledby={id} tabIndex={-1} className={cx('modal', small && 'modalSmall')}>
        <div className={cx('drawerHead')}>
          <h2 id={id} className={cx('screenTitle')}>
            {title}
          </h2>
        </div>
        <div className={cx('modalBody')}>{children}</div>
        <div className={cx('modalFoot')}>{foot}</div>
      </div>
    </div>,
    document.body,
  )
}

export function Snackbar({ text, onGone }: { text: string; onGone: () => void }) {
  const gone = useEffectEvent(onGone)
  useEffect(() => {
    const timer = setTimeout(() => gone(), 6000)
    return () => clearTimeout(timer)
  }, [])
  return createPortal(
    <div key={text} role="status" className={cx('MuiSnackbar-root', 'snackbar')}>
      {text}
    </div>,
    document.body,
  )
}

/** Dialogs that are open, the last on top. Only the top one answers keys and holds the focus. */
const open: HTMLElement[] = []

/** Takes the focus when opened and gives it back when closed; on top, closes on Escape and lets no focus leave. */
function useDialogFocus(onClose: () => void) {
  const box = useRef<HTMLDivElement>(null)
  const close = useEffectEvent(onClose)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const before = document.activeElement
    open.push(element)
    element.focus()
    document.body.style.overflow = 'hidden'
    const isTop = () => open.at(-1) === element
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && isTop()) close()
      if (event.key === 'Tab' && isTop()) keepInside(element, event)
    }
    const onFocus = (event: FocusEvent) => {
      if (isTop() && event.target instanceof Node && !element.contains(event.target)) element.focus()
    }
    document.addEventListener('keydown', onKey)
    document.addEventListener('focusin', onFocus)
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('focusin', onFocus)
      open.splice(open.indexOf(element), 1)
      if (open.length === 0) document.body.style.overflow = ''
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return box
}

function keepInside(box: HTMLElement, event: KeyboardEvent): void {
  const stops = [
    ...box.querySelectorAll<HTMLElement>(
      'a[href], button:not(:disabled), input, select, textarea, iframe, sb-dato, [contenteditable=true], [tabindex="0"]',
    ),
  ]
  const [first, last] = [stops[0], stops.at(-1)]
  const leaving = event.shiftKey ? document.activeElement === first || document.activeElement === box : document.activeElement === last
  if (!leaving) return
  event.preventDefault()
  ;(event.shiftKey ? last : first)?.focus()
}
