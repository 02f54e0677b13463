/** `<sb-hjaelp>`: the help bubble in the corner, a web component with an open shadow root. */
const SHEET = `
:host { position: fixed; right: 20px; bottom: 20px; z-index: 30; font: 14px/1.5 'Segoe UI', Roboto, 'Helvetica Neue', 'Liberation Sans', Arial, system-ui, sans-serif }
button { width: 44px; height: 44px; border-radius: 50%; border: 0; background: #12516f; color: #fff; font-size: 20px; font-weight: 600; cursor: pointer; box-shadow: 0 4px 14px rgb(16 32 48 / 30%) }
button:focus-visible { outline: 3px solid #f0a202; outline-offset: 2px }
section { position: absolute; right: 0; bottom: 54px; width: 290px; background: #fff; color: #1c2733; border: 1px solid #d9e0e6; border-radius: 8px; padding: 14px 16px; box-shadow: 0 12px 40px rgb(16 32 48 / 28%) }
section[hidden] { display: none }
h2 { font-size: 15px; margin: 0 0 6px } p { margin: 0 0 8px }
`
const TEXTS = [
  'Søg en borger med navn eller CPR-nummer i toppen. Borgeren åbner i en ny fane.',
  'Panelerne på Borgeroverblik henter først deres indhold, når du folder dem ud.',
  'Alt her er opdigtet. Du kan trykke på alt uden at gøre skade.',
]

export class HelpWidget extends HTMLElement {
  constructor() {
    super()
    const root = this.attachShadow({ mode: 'open' })
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(SHEET)
    root.adoptedStyleSheets = [sheet]
    const panel = document.createElement('section')
    panel.hidden = true
    const title = document.createElement('h2')
    title.textContent = 'Hjælp'
    panel.append(title, ...TEXTS.map(paragraph))
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = '?'
    button.setAttribute('aria-label', 'Hjælp')
    button.setAttribute('aria-expanded', 'false')
    button.addEventListener('click', () => {
      panel.hidden = !panel.hidden
      button.setAttribute('aria-expanded', String(!panel.hidden))
    })
    root.append(panel, button)
  }
}

function paragraph(text: string): HTMLParagraphElement {
  const made = document.createElement('p')
  made.textContent = text
  return made
}
