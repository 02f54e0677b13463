// `watchFrames` and `watchPanel` run in pages, without anything around them.

/** What stood in a page or in the panel from one frame on. */
export interface Sample {
  /** Milliseconds since 1970, the same clock in every process. */
  readonly t: number
  readonly address: string
  /** The host page's own header: whose page it says it is. */
  readonly header: string
  /** Something of the host covers the page: the session has ended, say. */
  readonly covered: boolean
  /** Markup of everything of ours, `null` when there is nothing. */
  readonly own: string | null
  /** Whether that shows anything of a case. */
  readonly shows: boolean
}

/** Looks at each frame, and at each change of the page, and tells of every one that differs from the last. Never touches the page. */
export function watchFrames(): void {
  if (window !== top) return
  let last = ''
  const look = () => {
    const root = document.querySelector('[data-sagshjaelp]')?.shadowRoot ?? null
    const inM = document.querySelector('header[aria-label="Borger"] :is(h1, h3)')?.textContent ?? ''
    const inK = document.querySelector('.person:not([hidden])')?.getAttribute('data-navn') ?? ''
    const own = root ? root.innerHTML : null
    const covered = [...document.querySelectorAll('[role=dialog], [role=alertdialog]')].some((one) =>
      (one.textContent ?? '').includes('session er udløbet'),
    )
    const state = {
      address: location.href,
      header: inM || inK,
      covered,
      own,
      shows: root?.querySelector('[data-slot] button, [data-slot] p') !== null && root !== null,
    }
    const key = JSON.stringify(state)
    if (key !== last) void (window as unknown as { proofSample?: (sample: unknown) => void }).proofSample?.({ t: Date.now(), ...state })
    last = key
  }
  const eachFrame = () => {
    look()
    requestAnimationFrame(eachFrame)
  }
  requestAnimationFrame(eachFrame)
  // Frames are late on a busy machine; when a page became somebody's is known to the millisecond all the same.
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['hidden', 'data-navn'],
  })
}

/** One moment of the panel: what it showed, or which tab came to the front. */
export type PanelSample = { readonly t: number; readonly html: string } | { readonly t: number; readonly tab: number }

/** For the panel, as source text: keeps a log of what it shows and of the tab in front. */
export const WATCH_PANEL = `(() => {
  if (window.proofLog) return
  window.proofLog = []
  let last = ''
  const look = () => {
    const html = document.body.innerHTML
    if (html !== last) window.proofLog.push({ t: Date.now(), html })
    last = html
  }
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
  chrome.tabs.onActivated.addListener(({ tabId }) => window.proofLog.push({ t: Date.now(), tab: tabId }))
  look()
})()`
export const READ_PANEL = `(() => { const log = window.proofLog ?? []; window.proofLog = []; return log })()`
