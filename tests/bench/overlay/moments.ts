/** Runs in the page: when it became the citizen's by address and header, and in which frame advice stood on it. */
export function keepMoments(): void {
  if (window !== top) return
  const kept: { settledFrom: number | null; visible: number | null; long: number[] } = { settledFrom: null, visible: null, long: [] }
  Object.assign(window, { benchMoments: kept })
  let was = ''
  const whose = () => {
    const inM = document.querySelector('header[aria-label="Borger"] :is(h1, h3)')?.textContent ?? ''
    const inK = document.querySelector('.person:not([hidden])')?.getAttribute('data-navn') ?? ''
    const now = `${location.pathname}${location.search} ${inM}${inK}`
    if (now === was) return
    was = now
    kept.settledFrom = inM || inK ? performance.now() : null
  }
  new MutationObserver(whose).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['hidden', 'data-navn'],
  })
  const frame = () => {
    const bar = document.querySelector('[data-sagshjaelp]')?.shadowRoot?.querySelector('[data-slot="bar"]')
    if (kept.visible === null && bar && bar.getBoundingClientRect().width > 0 && getComputedStyle(bar).visibility !== 'hidden')
      kept.visible = performance.now()
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
  new PerformanceObserver((list) => kept.long.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: 'longtask',
    buffered: true,
  })
}

export interface Moments {
  readonly settledFrom: number | null
  readonly visible: number | null
  readonly long: readonly number[]
}
