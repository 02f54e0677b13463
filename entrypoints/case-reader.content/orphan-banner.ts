import { ERRORS } from '#utils/domain/error-code.ts'

const STYLE = `
:host { all: initial; }
p { background: #14532d; border-radius: 8px; bottom: 16px; box-shadow: 0 2px 10px #0004; color: #fff;
  font: 15px/1.4 system-ui, sans-serif; left: 16px; margin: 0; max-width: 28rem; padding: 10px 14px; position: fixed; z-index: 2147483000; }
@media print { p { display: none; } }
`

/** The last thing an outdated script does: it says that it is outdated. The page is left as it was otherwise. */
export function showOrphanBanner(document: Document): void {
  const { what, action } = ERRORS['page-disconnected']
  const host = document.createElement('div')
  host.setAttribute('data-sagshjaelp', '')
  const root = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(STYLE)
  root.adoptedStyleSheets = [sheet]
  const text = document.createElement('p')
  text.lang = 'da'
  text.setAttribute('role', 'status')
  text.textContent = `${what} ${action}`
  root.append(text)
  document.documentElement.append(host)
}
