/**
 * `<sb-dato>`: a date picker with a closed shadow root, as bought components have them. What is chosen is told by the
 * `value` property and a `dato` event only.
 */
const SHEET = `
input { font: inherit; width: 100%; min-height: 40px; padding: 8px 10px; border: 1px solid #8796a3; border-radius: 6px; background: #fff; color: #1c2733; box-sizing: border-box }
input:focus { outline: 3px solid #f0a202; outline-offset: 1px }
`

class DatePicker extends HTMLElement {
  #input = document.createElement('input')

  constructor() {
    super()
    const root = this.attachShadow({ mode: 'closed', delegatesFocus: true })
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(SHEET)
    root.adoptedStyleSheets = [sheet]
    this.#input.type = 'date'
    this.#input.addEventListener('input', () => this.dispatchEvent(new CustomEvent('dato', { detail: this.#input.value })))
    root.append(this.#input)
  }

  connectedCallback(): void {
    this.#input.setAttribute('aria-label', this.getAttribute('label') ?? 'Dato')
  }

  get value(): string {
    return this.#input.value
  }

  set value(day: string) {
    this.#input.value = day
  }
}

customElements.define('sb-dato', DatePicker)

export {}
