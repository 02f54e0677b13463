import type { Stage } from '../support/stage.ts'
import type { Tally } from '../support/tally.ts'
import type { Vector } from './vector.ts'

export interface SurfaceRun {
  readonly seed: number
  readonly vectors: readonly Vector[]
  readonly tally: Tally
  readonly log: (line: string) => void
}

/** One way that hostile text gets in, and everywhere that it is then looked for. A new one is one file in `surfaces/`. */
export interface Surface {
  readonly name: string
  readonly run: (run: SurfaceRun) => Promise<void>
}

/** What stands in a view of ours. Runs in the browser, for a document or the overlay's shadow root. */
export interface View {
  readonly pwned: unknown
  /** Text of each element that has text of its own. */
  readonly texts: readonly string[]
  /** Element names. */
  readonly tags: readonly string[]
  /** Attributes that run, load or lead somewhere, as `tag name=value`. */
  readonly risky: readonly string[]
}

/** In a page that shows our overlay, or in one of our own pages. Stands alone. */
export function lookAround(): View {
  const overlay = document.querySelector('[data-sagshjaelp]')?.shadowRoot
  const root: ParentNode = location.protocol === 'chrome-extension:' ? document.body : (overlay ?? document.createElement('div'))
  const elements = [...root.querySelectorAll('*')]
  const own = (element: Element) =>
    [...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => node.nodeValue ?? '')
      .join('')
  const isRisky = (name: string) =>
    /^on|^(?:href|src|srcdoc|action|formaction|style|srcset|data|poster|xlink:href|background|ping|is)$/i.test(name)
  return {
    pwned: (window as { __pwned?: unknown }).__pwned ?? null,
    texts: elements.map(own).filter((text) => text.trim() !== ''),
    tags: [...new Set(elements.map((element) => element.localName))],
    risky: elements.flatMap((element) =>
      [...element.attributes]
        .filter(({ name }) => isRisky(name) && !(name === 'style' && root !== document.body))
        .map(({ name, value }) => `${element.localName} ${name}=${value.slice(0, 60)}`),
    ),
  }
}

/** Everything that the product's own views are made of. */
const TAGS: ReadonlySet<string> = new Set(
  `a aside b body button caption circle code col colgroup dd details div dl dt em fieldset footer form g h1 h2 h3 h4 h5 h6 header input kbd label legend li line main nav ol option output p path polyline rect section select
  small span strong style summary svg table tbody td text th thead time title tr ul use article polygon ellipse mark`.split(/\s+/),
)
/** The script and style that the built pages load, and nothing in them. */
const RISKY = /^(?:link href|script src)=\/(?:chunks|assets)\//

/** Judges a view: nothing ran, and nothing stands in it that the product did not make. */
export function judgeView(view: View, where: string, tally: Tally): void {
  tally.check('script ran', view.pwned === null, () => `${where}: __pwned is ${JSON.stringify(view.pwned)}`)
  const strange = view.tags.filter((tag) => !TAGS.has(tag) && tag !== 'script')
  tally.check('foreign element', strange.length === 0, () => `${where}: ${strange.join(', ')}`)
  const risky = view.risky.filter((one) => !RISKY.test(one))
  tally.check('foreign attribute', risky.length === 0, () => `${where}: ${risky.slice(0, 5).join(' | ')}`)
}

export function seen(text: string): string {
  return text
    .replaceAll('\u0000', '')
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .normalize('NFC')
}

/** The same in the isolated world of our content script. */
export async function pwnedInScript({ browser: { worker } }: Stage, tabId: number): Promise<unknown> {
  const ran = await worker.evaluate(
    async (tab) =>
      chrome.scripting.executeScript({ target: { tabId: tab }, func: () => (globalThis as { __pwned?: unknown }).__pwned ?? null }),
    tabId,
  )
  return ran[0]?.result ?? null
}

/** What left the browser or was refused while a surface ran. */
export function judgeTraffic(stage: Stage, where: string, tally: Tally): void {
  for (const { method, target } of stage.foreign()) tally.check('foreign request', false, () => `${where}: ${method} ${target}`)
  for (const error of stage.errors) tally.check('error or refused code', false, () => `${where}: ${error}`)
  tally.check('proxy in use', stage.proxy.allowed() > 0, () => `${where}: no request at all went through the proxy`)
}
