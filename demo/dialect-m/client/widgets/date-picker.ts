import { typedAs, typedDay, weeksOf } from './month.ts'

/**
 * `<sb-dato>`: a date picker with a closed shadow root, as bought components have them. What is chosen is told by the
 * `value` property and a `dato` event only.
 */
const SHEET = `
* { box-sizing: border-box }
:host { display: block; position: relative; color: #1c2733 }
div.field { display: flex; border: 1px solid #8796a3; border-radius: 6px; background: #fff }
input { font: inherit; font-size: 14.5px; flex: 1; min-width: 0; min-height: 38px; padding: 8px 10px; border: 0; border-radius: 6px; background: none; color: inherit }
button { font: inherit; border: 0; background: none; color: #12516f; padding: 4px 8px; cursor: pointer; border-radius: 6px }
button:hover { background: #eef4f8 }
:focus-visible { outline: 3px solid #f0a202; outline-offset: 1px }
section { position: absolute; z-index: 5; top: calc(100% + 4px); left: 0; background: #fff; border: 1px solid #d9e0e6; border-radius: 8px; padding: 10px; box-shadow: 0 12px 40px rgb(16 32 48 / 28%) }
section[hidden] { display: none }
header { display: flex; align-items: center; justify-content: space-between; font-weight: 600 }
table { border-collapse: collapse } th { font-size: 12px; font-weight: 600; color: #51606e; padding: 4px } td { padding: 0; text-align: center }
td button { width: 34px; height: 32px; color: inherit; padding: 0 } td button[aria-pressed=true] { background: #12516f; color: #fff }
`
const MONTHS = ['januar', 'februar', 'marts', 'april', 'maj', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'december']
const DAYS = ['ma', 'ti', 'on', 'to', 'fr', 'lø', 'sø']

export class DatePicker extends HTMLElement {
  #input = document.createElement('input')
  #calendar = document.createElement('section')
  #day = ''
  #shown = { year: 2026, month: 11 }

  constructor() {
    super()
    const root = this.attachShadow({ mode: 'closed', delegatesFocus: true })
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(SHEET)
    root.adoptedStyleSheets = [sheet]
    this.#input.placeholder = 'dd-MM-yyyy'
    this.#input.autocomplete = 'off'
    this.#input.addEventListener('input', () => this.#choose(typedDay(this.#input.value)))
    this.#calendar.hidden = true
    const field = document.createElement('div')
    field.className = 'field'
    field.append(
      this.#input,
      button('▾', 'Vis kalender', () => this.#toggle()),
    )
    root.append(field, this.#calendar)
  }

  connectedCallback(): void {
    this.#input.setAttribute('aria-label', this.getAttribute('label') ?? 'Dato')
  }

  get value(): string {
    return this.#day
  }

  set value(day: string) {
    if (day === this.#day) return
    this.#day = day
    this.#input.value = typedAs(day)
  }

  #choose(day: string): void {
    this.#day = day
    this.dispatchEvent(new CustomEvent('dato', { detail: day }))
  }

  #toggle(): void {
    this.#calendar.hidden = !this.#calendar.hidden
    const [year, month] = (this.#day || new Date().toISOString()).split('-').map(Number)
    this.#shown = { year: year ?? 2026, month: month ?? 1 }
    if (!this.#calendar.hidden) this.#draw()
  }

  #turn(by: number): void {
    const month = new Date(Date.UTC(this.#shown.year, this.#shown.month - 1 + by, 1))
    this.#shown = { year: month.getUTCFullYear(), month: month.getUTCMonth() + 1 }
    this.#draw()
  }

  #draw(): void {
    const { year, month } = this.#shown
    const head = document.createElement('header')
    const name = document.createElement('span')
    name.textContent = `${MONTHS[month - 1] ?? ''} ${year}`
    head.append(
      button('‹', 'Forrige måned', () => this.#turn(-1)),
      name,
      button('›', 'Næste måned', () => this.#turn(1)),
    )
    const table = document.createElement('table')
    const names = table.createTHead().insertRow()
    for (const day of DAYS) names.append(Object.assign(document.createElement('th'), { textContent: day }))
    const body = table.createTBody()
    for (const week of weeksOf(year, month)) this.#drawWeek(body.insertRow(), week)
    this.#calendar.replaceChildren(head, table)
  }

  #drawWeek(row: HTMLTableRowElement, week: readonly (number | null)[]): void {
    for (const dayOfMonth of week) {
      const cell = row.insertCell()
      if (dayOfMonth === null) continue
      const day = `${this.#shown.year}-${String(this.#shown.month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`
      const made = button(String(dayOfMonth), typedAs(day), () => {
        this.#input.value = typedAs(day)
        this.#calendar.hidden = true
        this.#choose(day)
      })
      made.setAttribute('aria-pressed', String(day === this.#day))
      cell.append(made)
    }
  }
}

function button(text: string, label: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.textContent = text
  made.setAttribute('aria-label', label)
  made.addEventListener('click', (event) => {
    event.preventDefault()
    press()
  })
  return made
}
