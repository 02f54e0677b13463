/** Looks at one thing that a page's script can look at; gives all text found. Each stands alone: it runs in the page. */
export interface Probe {
  readonly name: string
  readonly look: (words: readonly string[]) => string | Promise<string>
}

export const PROBES: readonly Probe[] = [
  ...['keys', 'input', 'selection', 'events', 'messages', 'mutations', 'patched', 'performance'].map((channel): Probe => ({
    name: `listens: ${channel}`,
    // The name of the channel is the only thing that differs, so it is handed in with the words.
    look: Object.assign(
      (words: readonly string[]) => ((window as unknown as { __loot: Record<string, string[]> }).__loot[words[0] ?? ''] ?? []).join('\n'),
      { channel },
    ),
  })),
  {
    name: 'find as an oracle',
    look: (words) =>
      words
        .filter((word) => {
          getSelection()?.removeAllRanges()
          const find = (window as unknown as { find: (text: string, ...flags: boolean[]) => boolean }).find.bind(window)
          return find(word, false, false, true, false, true, false) || find(word.slice(0, 6), true, false, true, false, true, false)
        })
        .join('\n'),
  },
  {
    name: 'select everything',
    look: () => {
      const seen: string[] = []
      const selection = getSelection()
      document.execCommand('selectAll')
      seen.push(String(selection))
      for (const element of document.querySelectorAll('*')) {
        if (!element.shadowRoot) continue
        selection?.selectAllChildren(element)
        seen.push(String(selection))
        for (const child of element.shadowRoot.children) {
          selection?.selectAllChildren(child)
          seen.push(String(selection))
        }
      }
      selection?.removeAllRanges()
      return seen.join('\n')
    },
  },
  {
    name: 'what lies at each point',
    look: () => {
      const seen = new Set<string>()
      for (let y = 4; y < innerHeight; y += 12) {
        for (let x = 4; x < innerWidth; x += 24) {
          for (const element of document.elementsFromPoint(x, y)) {
            const inner = element.shadowRoot?.elementsFromPoint(x, y) ?? []
            for (const one of [element, ...inner])
              seen.add(
                `${(one as HTMLElement).title ?? ''} ${one.getAttribute('aria-label') ?? ''} ${one.shadowRoot ? '' : (one.textContent ?? '')}`,
              )
          }
        }
      }
      return [...seen].join('\n')
    },
  },
  {
    name: 'serialise',
    look: () => {
      const roots = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? [shadowRoot] : []))
      const html = (document.documentElement as unknown as { getHTML: (options: object) => string }).getHTML({
        serializableShadowRoots: true,
        shadowRoots: roots,
      })
      return [
        html,
        document.documentElement.outerHTML,
        new XMLSerializer().serializeToString(document),
        ...roots.map((root) => `${root.innerHTML} ${root.textContent}`),
      ].join('\n')
    },
  },
  {
    name: 'computed styles',
    look: () => {
      const all = [...document.querySelectorAll('*')].flatMap((element) => [element, ...(element.shadowRoot?.querySelectorAll('*') ?? [])])
      const styles = all.flatMap((element) =>
        ['', '::before', '::after', '::marker', '::placeholder'].map((part) => {
          const style = getComputedStyle(element, part || null)
          return `${style.content} ${style.backgroundImage} ${style.fontFamily} ${style.getPropertyValue('--sh-text')} ${style.quotes}`
        }),
      )
      const sheets = [document, ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? [shadowRoot] : []))]
        .flatMap((root) => [...root.adoptedStyleSheets, ...root.styleSheets])
        .flatMap((sheet) => {
          try {
            return [...sheet.cssRules].map(({ cssText }) => cssText)
          } catch {
            return []
          }
        })
      return [...new Set([...styles, ...sheets])].join('\n')
    },
  },
  {
    name: 'selectors as an oracle',
    look: (words) =>
      words
        .filter((word) =>
          [document, ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? [shadowRoot] : []))].some((root) =>
            [
              'title',
              'aria-label',
              'value',
              'data-slot',
              'data-anchor',
              'id',
              'class',
              'href',
              'alt',
              'placeholder',
              'aria-description',
              'data-sagshjaelp',
            ].some(
              (name) => root.querySelector(`[${name}*="${word}"]`) !== null || root.querySelector(`:has([${name}*="${word}"])`) !== null,
            ),
          ),
        )
        .join('\n'),
  },
  {
    name: 'stores, title and history',
    look: async () => {
      const databases = await indexedDB.databases()
      const names = await caches.keys().catch(() => [])
      const globals = Object.getOwnPropertyNames(window)
        .filter((name) => name !== '__loot')
        .map((name) => {
          try {
            const value = (window as unknown as Record<string, unknown>)[name]
            return `${name} ${typeof value === 'string' ? value : ''}`
          } catch {
            return name
          }
        })
      return [
        JSON.stringify({ ...localStorage }),
        JSON.stringify({ ...sessionStorage }),
        document.cookie,
        JSON.stringify(databases),
        names.join(),
        document.title,
        location.href,
        JSON.stringify(history.state),
        window.name,
        globals.join('\n'),
      ].join('\n')
    },
  },
  {
    name: 'timings',
    look: () => JSON.stringify(performance.getEntries().map((entry) => entry.toJSON() as unknown)),
  },
  {
    name: 'lures',
    look: async () => {
      // Made-up clicks, keys and drags on our parts: whatever they bring up is read.
      const seen: string[] = []
      for (const { shadowRoot } of document.querySelectorAll('*')) {
        for (const control of shadowRoot?.querySelectorAll<HTMLElement>('button, [tabindex]') ?? []) {
          control.click()
          for (const type of ['mouseover', 'pointerenter', 'contextmenu', 'dblclick'])
            control.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true }))
          for (const key of ['Enter', ' ', 'ArrowDown'])
            control.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }))
          const data = new DataTransfer()
          control.dispatchEvent(new DragEvent('dragstart', { dataTransfer: data, bubbles: true, composed: true }))
          control.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, composed: true }))
          seen.push(...[...data.types].map((type) => data.getData(type)))
        }
        await new Promise((resolve) => {
          setTimeout(resolve, 30)
        })
        seen.push(shadowRoot?.textContent ?? '')
      }
      return seen.join('\n')
    },
  },
  {
    name: 'frames and the extension’s files',
    look: async () => {
      const seen: string[] = []
      const runtime = (window as { chrome?: { runtime?: { id?: string } } }).chrome?.runtime
      seen.push(runtime?.id ?? '')
      for (const frame of document.querySelectorAll('iframe')) {
        try {
          seen.push(frame.contentDocument?.documentElement.outerHTML ?? '')
        } catch {
          seen.push('')
        }
      }
      const sources = [...document.querySelectorAll('*')]
        .flatMap((element) => [...(element.shadowRoot?.querySelectorAll('[src], [href]') ?? [])])
        .map((element) => element.getAttribute('src') ?? element.getAttribute('href') ?? '')
      for (const address of sources) {
        try {
          seen.push(await (await fetch(address)).text())
        } catch {
          seen.push('')
        }
      }
      return seen.join('\n')
    },
  },
]

/** Puts a word into every place that the probes look at: each must find it. Runs in the page. */
export function plantEverywhere(word: string): void {
  const root = document.querySelector('[data-sagshjaelp]')?.shadowRoot
  const inside = root?.querySelector('aside') ?? root
  const planted = document.createElement('div')
  planted.className = 'planted'
  planted.style.cssText = 'position:fixed;left:0;top:0;width:240px;height:40px;z-index:2147483647;background:#fff;pointer-events:auto'
  planted.title = word
  planted.textContent = word
  const frame = document.createElement('iframe')
  frame.className = 'planted'
  frame.srcdoc = `<p>${word}</p>`
  const style = new CSSStyleSheet()
  style.replaceSync(`.planted::before{content:"${word}"}`)
  if (root) root.adoptedStyleSheets = [...root.adoptedStyleSheets, style]
  inside?.append(planted)
  document.body.append(frame)
  localStorage.setItem('planted', word)
  performance.mark(word)
  window.dispatchEvent(new KeyboardEvent('keydown', { key: word }))
  planted.dispatchEvent(new KeyboardEvent('keydown', { key: word, bubbles: true, composed: true }))
  window.dispatchEvent(new InputEvent('input', { data: word }))
  window.dispatchEvent(new MessageEvent('message', { data: word }))
  planted.dispatchEvent(new MouseEvent('mouseover', { bubbles: true, composed: true }))
  document.body.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }))
  const light = document.createElement('p')
  light.className = 'planted'
  light.textContent = word
  document.body.append(light)
  light.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }))
  getSelection()?.selectAllChildren(light)
  document.dispatchEvent(new Event('selectionchange'))
}

/** Runs in the page. */
export function removePlanted(): void {
  for (const root of [document, document.querySelector('[data-sagshjaelp]')?.shadowRoot])
    for (const planted of root?.querySelectorAll('.planted') ?? []) planted.remove()
  localStorage.removeItem('planted')
  performance.clearMarks()
}
