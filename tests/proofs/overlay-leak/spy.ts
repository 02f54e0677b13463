/**
 * Put before everything else on the page: it listens to whatever a page's own script can listen to. What it hears is kept
 * by channel in `window.__loot`. Runs in the page's world, so it stands alone.
 */
export function installSpy(): void {
  type Loot = Record<string, string[]>
  const world = window as unknown as { __loot: Loot }
  const loot: Loot = {}
  world.__loot = loot
  const note = (channel: string, ...texts: unknown[]) => {
    const list = (loot[channel] ??= [])
    if (list.length < 20_000)
      for (const text of texts) if (text !== null && text !== undefined && text !== '') list.push(String(text).slice(0, 20_000))
  }
  const textOf = (target: EventTarget | null | undefined) =>
    target instanceof Node
      ? `${target.textContent} ${(target as HTMLInputElement).value ?? ''} ${target instanceof Element ? target.outerHTML.slice(0, 3000) : ''}`
      : ''
  for (const type of ['keydown', 'keyup', 'keypress'])
    window.addEventListener(type, (event) => note('keys', (event as KeyboardEvent).key, textOf(event.composedPath()[0])), true)
  for (const type of ['beforeinput', 'input', 'compositionupdate', 'change'])
    window.addEventListener(type, (event) => note('input', (event as InputEvent).data, textOf(event.composedPath()[0])), true)
  for (const type of ['copy', 'cut', 'dragstart', 'selectionchange', 'select'])
    document.addEventListener(type, () => note('selection', getSelection()?.toString()), true)
  for (const type of [
    'click',
    'focusin',
    'pointerover',
    'mouseover',
    'contextmenu',
    'toggle',
    'scroll',
    'animationstart',
    'transitionend',
    'slotchange',
    'load',
    'error',
  ])
    window.addEventListener(type, (event) => note('events', ...event.composedPath().map(textOf)), true)
  for (const type of ['message', 'storage', 'popstate', 'hashchange'])
    window.addEventListener(type, (event) =>
      note('messages', JSON.stringify((event as MessageEvent).data ?? null), (event as StorageEvent).newValue, location.href),
    )

  const watch = (root: Node) =>
    new MutationObserver((records) => {
      for (const { addedNodes, removedNodes, target, oldValue } of records)
        note(
          'mutations',
          ...[...addedNodes, ...removedNodes].map(textOf),
          target.nodeType === Node.TEXT_NODE ? target.nodeValue : '',
          oldValue,
        )
    }).observe(root, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
      attributeOldValue: true,
      characterDataOldValue: true,
    })
  watch(document)
  const watched = new WeakSet<ShadowRoot>()
  const lookForRoots = () => {
    for (const { shadowRoot } of document.querySelectorAll('*')) {
      if (shadowRoot && !watched.has(shadowRoot)) {
        watched.add(shadowRoot)
        note('mutations', shadowRoot.textContent)
        watch(shadowRoot)
      }
    }
  }
  setInterval(lookForRoots, 20)

  const patch = (owner: object, name: string) => {
    const holder = owner as Record<string, (...args: unknown[]) => unknown>
    const real = holder[name]
    if (typeof real !== 'function') return
    holder[name] = function patched(this: unknown, ...args: unknown[]) {
      note('patched', ...args.map((arg) => (arg instanceof Node ? textOf(arg) : typeof arg === 'object' ? '' : arg)))
      return real.apply(this, args)
    }
  }
  for (const name of ['attachShadow', 'setAttribute', 'append', 'insertAdjacentText', 'animate', 'scrollIntoView', 'setHTMLUnsafe'])
    patch(Element.prototype, name)
  for (const name of ['appendChild', 'insertBefore', 'replaceChild', 'cloneNode']) patch(Node.prototype, name)
  for (const name of ['define', 'get', 'whenDefined']) patch(customElements, name)
  for (const name of ['createElement', 'createTextNode', 'createElementNS']) patch(document, name)
  for (const name of ['replaceSync', 'insertRule', 'replace']) patch(CSSStyleSheet.prototype, name)
  for (const name of ['pushState', 'replaceState']) patch(history, name)
  for (const name of ['setItem']) patch(Storage.prototype, name)
  for (const name of ['postMessage', 'fetch', 'open', 'structuredClone', 'requestIdleCallback', 'getComputedStyle', 'matchMedia'])
    patch(window, name)
  patch(EventTarget.prototype, 'dispatchEvent')
  patch(Performance.prototype, 'mark')
  patch(JSON, 'stringify')
  patch(JSON, 'parse')
  new PerformanceObserver((list) => note('performance', ...list.getEntries().map((entry) => JSON.stringify(entry.toJSON())))).observe({
    entryTypes: [...PerformanceObserver.supportedEntryTypes],
  })
}
