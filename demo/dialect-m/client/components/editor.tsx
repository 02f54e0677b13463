import { useEffect, useEffectEvent, useRef } from 'react'
import { cx } from '../cx.ts'
import { BREAK } from './rich-text.tsx'

interface EditorProps {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
}

/**
 * A contenteditable whose state is the truth and whose DOM is its picture. What arrives with an `input` event (typing,
 * pasting, `insertText`) becomes state; nodes that anyone else writes into it are painted over.
 */
export function Editor({ label, value, onChange }: EditorProps) {
  const box = useRef<HTMLDivElement>(null)
  const state = useRef(value)
  const announce = useEffectEvent(onChange)

  useEffect(() => {
    if (box.current && value !== readText(box.current)) paint(box.current, value)
    state.current = value
  }, [value])

  useEffect(() => {
    const element = box.current
    if (!element) return
    paint(element, state.current)
    // On the window, in the capture phase: the observer below must not run between another listener of the event and this.
    const onInput = (event: Event) => {
      if (!(event.target instanceof Node) || !element.contains(event.target)) return
      state.current = readText(element)
      announce(state.current)
    }
    window.addEventListener('input', onInput, true)
    element.addEventListener('paste', pastePlain)
    // Mutations of an `input` event are already state when this runs; any others are foreign.
    const observer = new MutationObserver(() => {
      if (readText(element) !== state.current) paint(element, state.current)
    })
    observer.observe(element, { childList: true, characterData: true, subtree: true })
    return () => {
      observer.disconnect()
      window.removeEventListener('input', onInput, true)
      element.removeEventListener('paste', pastePlain)
    }
  }, [])

  return (
    <div
      ref={box}
      role="textbox"
      aria-multiline="true"
      aria-label={label}
      contentEditable
      suppressContentEditableWarning
      className={cx('editor')}
    />
  )
}

function pastePlain(event: ClipboardEvent): void {
  const text = event.clipboardData?.getData('text/plain')
  if (!text) return
  event.preventDefault()
  document.execCommand('insertText', false, text)
}

function paint(element: HTMLElement, text: string): void {
  element.replaceChildren(
    ...text.split('\n').map((line) => {
      const paragraph = document.createElement('p')
      if (line === '') paragraph.append(document.createElement('br'))
      else line.split(BREAK).forEach((piece, index) => paragraph.append(...(index > 0 ? [document.createElement('wbr')] : []), piece))
      return paragraph
    }),
  )
}

/** One line a block, as the browser's own editing makes them. */
function readText(element: HTMLElement): string {
  const lines: string[] = []
  let inline = ''
  let open = false
  for (const node of element.childNodes) {
    if (node instanceof HTMLElement && (node.tagName === 'P' || node.tagName === 'DIV')) {
      if (open) lines.push(inline)
      ;[inline, open] = ['', false]
      lines.push(...textOfBlock(node).split('\n'))
    } else {
      open = true
      inline += textOfInline(node)
    }
  }
  if (open) lines.push(inline)
  return lines.join('\n')
}

function textOfBlock(block: HTMLElement): string {
  const text = [...block.childNodes].map(textOfInline).join('')
  // An empty block holds one <br> that is no line of its own.
  return text.endsWith('\n') ? text.slice(0, -1) : text
}

function textOfInline(node: ChildNode): string {
  if (node instanceof HTMLBRElement) return '\n'
  return node instanceof HTMLElement && node.tagName === 'WBR' ? BREAK : (node.textContent ?? '')
}
