// Both functions run in the page's own world, without anything around them: they may use nothing but what they make.

/** What a page looked like at one moment, aspect by aspect, leaving out the extension's shadow hosts. */
export type Snapshot = Readonly<Record<string, string>>

declare global {
  interface Window {
    /** Set by `keepWatch`; read by `takeSnapshot`. */
    proofWatch?: { events: Record<string, number>; root: string[] }
  }
}

/** Counts the events that an interfering script would cause, and what happens to the root of the page, from the start. */
export function keepWatch(): void {
  const events: Record<string, number> = {}
  const root: string[] = []
  const types = [
    'click',
    'dblclick',
    'auxclick',
    'mousedown',
    'pointerdown',
    'input',
    'beforeinput',
    'change',
    'submit',
    'reset',
    'formdata',
    'invalid',
    'keydown',
    'keyup',
    'focusin',
    'focusout',
    'copy',
    'cut',
    'paste',
    'drop',
    'dragstart',
    'selectstart',
    'toggle',
    'message',
    'storage',
    'hashchange',
    'popstate',
    'beforeunload',
    'securitypolicyviolation',
    'error',
  ]
  for (const type of types) {
    addEventListener(
      type,
      (event) => {
        const name = `${type}${event.isTrusted ? '' : ' (made by a script)'}`
        events[name] = (events[name] ?? 0) + 1
      },
      { capture: true, passive: true },
    )
  }
  for (const type of ['click', 'keydown', 'keyup', 'wheel']) {
    // At the end of its way: whether it came through, and whether anybody has taken it.
    addEventListener(
      type,
      (event) => {
        const name = `${type} came through${event.defaultPrevented ? ', taken' : ''}`
        events[name] = (events[name] ?? 0) + 1
      },
      { passive: true },
    )
  }
  const observer = new MutationObserver((records) => {
    for (const record of records) {
      const target = record.target as Element
      if (record.type === 'attributes') root.push(`${target.nodeName}[${record.attributeName ?? ''}]`)
      else
        for (const node of [...record.addedNodes, ...record.removedNodes])
          root.push(
            `${target.nodeName} > ${(node as Element).nodeName}${(node as Element).hasAttribute?.('data-sagshjaelp') ? ' (ours)' : ''}`,
          )
    }
  })
  observer.observe(document, { childList: true })
  const begin = () => {
    if (!document.documentElement) {
      requestAnimationFrame(begin)
      return
    }
    observer.observe(document.documentElement, { childList: true, attributes: true })
    if (document.body) observer.observe(document.body, { attributes: true })
    else requestAnimationFrame(begin)
  }
  begin()
  window.proofWatch = { events, root }
}

/** Takes a snapshot. Everything the extension is not allowed to change is in it. */
export async function takeSnapshot(): Promise<Snapshot> {
  const isOurs = (node: Node) => node instanceof Element && node.hasAttribute('data-sagshjaelp')
  const elements: Element[] = []
  const lines: string[] = []

  const write = (node: Node, depth: number): void => {
    if (isOurs(node)) return
    if (node.nodeType === Node.TEXT_NODE) lines.push(`${' '.repeat(depth)}${JSON.stringify(node.nodeValue)}`)
    if (!(node instanceof Element)) return
    elements.push(node)
    const attributes = [...node.attributes].map(({ name, value }) => `${name}=${JSON.stringify(value)}`).toSorted()
    lines.push(`${' '.repeat(depth)}<${node.nodeName} ${attributes.join(' ')}>${stateOf(node)}`)
    for (const child of node.childNodes) write(child, depth + 1)
    for (const child of node.shadowRoot?.childNodes ?? []) write(child, depth + 2)
    const inner = frameBody(node)
    if (inner) write(inner, depth + 3)
  }
  const stateOf = (element: Element) => {
    if (element instanceof HTMLInputElement) return ` ${JSON.stringify([element.value, element.checked, element.disabled])}`
    if (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement)
      return ` ${JSON.stringify([element.value, element.disabled])}`
    return ''
  }
  const frameBody = (element: Element) => {
    try {
      return element instanceof HTMLIFrameElement ? (element.contentDocument?.documentElement ?? null) : null
    } catch {
      return null
    }
  }
  write(document.documentElement, 0)

  const place = (element: Element) => {
    const { x, y, width, height } = element.getBoundingClientRect()
    return [x, y, width, height].map((part) => Math.round(part * 10) / 10).join(' ')
  }
  const look = (element: Element) => {
    const style = getComputedStyle(element)
    return [
      style.display,
      style.position,
      style.visibility,
      style.opacity,
      style.color,
      style.backgroundColor,
      style.font,
      style.zIndex,
      style.transform,
      style.pointerEvents,
      style.userSelect,
      style.cursor,
      style.outline,
      style.margin,
      style.padding,
      style.overflow,
      style.filter,
      style.animationName,
    ].join('|')
  }
  const pathOf = (element: Element | null) => {
    const parts: string[] = []
    for (let at = element; at; at = at.parentElement)
      parts.unshift(`${at.nodeName}:${[...(at.parentElement?.children ?? [])].filter((one) => !isOurs(one)).indexOf(at)}`)
    return parts.join('/')
  }
  const selection = getSelection()
  const range =
    selection && selection.rangeCount > 0
      ? `${pathOf(selection.anchorNode?.parentElement ?? null)} ${selection.anchorOffset}-${selection.focusOffset} ${selection.toString()}`
      : 'none'
  const scrolled = elements
    .filter((one) => one.scrollTop !== 0 || one.scrollLeft !== 0)
    .map((one) => `${pathOf(one)} ${Math.round(one.scrollTop)} ${Math.round(one.scrollLeft)}`)
  const databases = (await indexedDB.databases()).map(({ name }) => name ?? '')
  const cacheNames = 'caches' in globalThis ? await caches.keys() : []
  const hosts = [...document.querySelectorAll('[data-sagshjaelp]')]
  const { events = {}, root = [] } = window.proofWatch ?? {}
  return {
    dom: lines.join('\n'),
    layout: elements.map((one) => `${one.nodeName} ${place(one)}`).join('\n'),
    look: elements.map((one) => `${one.nodeName} ${look(one)}`).join('\n'),
    scroll: [`window ${Math.round(scrollX)} ${Math.round(scrollY)}`, ...scrolled].join('\n'),
    focus: pathOf(document.activeElement),
    selection: range,
    title: document.title,
    address: location.href,
    history: `${history.length} ${JSON.stringify(history.state)}`,
    storage: JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, databases, cacheNames]),
    globals: Object.getOwnPropertyNames(globalThis)
      .filter((name) => !/^\d+$/.test(name))
      .toSorted()
      .join(' '),
    sheets: `${document.styleSheets.length} ${document.adoptedStyleSheets.length} ${document.fonts.size}`,
    events: JSON.stringify(Object.entries(events).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    root: root.filter((line) => !line.endsWith('(ours)')).join('\n'),
    resources: performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => name.startsWith('chrome-extension'))
      .join('\n'),
    hosts: hosts
      .map(
        (host) =>
          `${host.parentElement === document.documentElement || host.parentElement === document.body ? 'root' : pathOf(host.parentElement)} ${host.shadowRoot ? 'shadow' : 'light'} ${host.childNodes.length}`,
      )
      .join('\n'),
  }
}
