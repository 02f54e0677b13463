import { BANNER, PRODUCT, label } from '#demo/labels.ts'
import { TOP_BAR_KEYS } from '#demo/screens.ts'
import { html, raw } from '#demo/server/html.ts'
import type { Raw } from '#demo/server/html.ts'
import { sessionFacts } from '#demo/server/session.ts'
import type { Session } from '#demo/server/session.ts'
import { spelt } from './format.ts'
import type { Spelling } from './format.ts'

export const ROOT = '/kobenhavn'

export interface PageView {
  readonly title: string
  readonly session: Session
  readonly spelling: Spelling
  readonly content: Raw
  /** Marks the item of the main menu. */
  readonly menu?: string
  /** Without menu and user: log-in and error pages. */
  readonly bare?: boolean
}

/** A whole page of the classic dialect: banner, top bar, content, footer. */
export function page(view: PageView): string {
  return html`<!DOCTYPE html>
    <html lang="da">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${view.title} – ${PRODUCT}</title>
        <link rel="stylesheet" href="${ROOT}/static/klassik.css" />
        <link rel="icon" href="data:," />
      </head>
      <body class="klassik" data-rod="${ROOT}">
        <div class="oevelses-banner" role="note">${BANNER}</div>
        ${view.bare ? bareBar() : topBar(view)}
        <main id="hovedindhold">${view.content}</main>
        <div id="opgave-loader" class="loader-overlay" style="display:none" role="status" aria-live="polite">
          <div class="spinner"></div>
          <span>Indlæser…</span>
        </div>
        <footer class="bundlinje">
          <span>Sagsbord Klassik</span>
          <span id="version" data-version="${view.spelling.steering.preview ? '27.1-preview' : '26.4'}"
            >Version ${view.spelling.steering.preview ? '27.1 (forhåndsvisning)' : '26.4'}</span
          >
          <a href="/__control">Styring</a>
        </footer>
        <script src="${ROOT}/static/klassik.js"></script>
      </body>
    </html>`
}

const bareBar = () => raw(html`<header class="topbar"><span class="maerke">Sagsbord</span></header>`)

const MENU = [
  ['forside', 'Forside'],
  ['sagsliste', 'Mine borgere'],
  ['opgaver', 'Opgaver'],
  ['aktindsigt', 'Aktindsigter'],
] as const

function topBar({ session, spelling, menu }: PageView): Raw {
  const items = MENU.map(
    ([name, text]) =>
      html`<li class="topmenu-punkt${name === menu ? ' aktiv' : ''}">
        <a href="${ROOT}/${name}.do" data-textkey="fagsystem.navigation.${name}">${text}</a>
      </li>`,
  ).join('')
  const facts = sessionFacts(session)
  const user = TOP_BAR_KEYS.map(
    (key) =>
      html`<span class="bruger-felt"
        ><span class="bruger-navn">${label(key)}:</span>
        <span class="bruger-vaerdi" data-felt="${key}">${spelt(key, facts[key as keyof typeof facts], spelling)}</span></span
      >`,
  ).join(' ')
  return raw(
    html`<header class="topbar">
        <a class="maerke" href="${ROOT}/forside.do">Sagsbord</a>
        <nav aria-label="Hovedmenu">
          <ul class="topmenu">
            ${raw(items)}
          </ul>
        </nav>
        <form class="topsoeg" action="${ROOT}/soeg.do" role="search">
          <label class="skjult-tekst" for="topSearch">Søg borger</label
          ><input id="topSearch" name="q" placeholder="Navn eller CPR" autocomplete="off" />
          <div id="topSearchBtn"><button>Søg</button></div>
        </form>
        <a class="advis" href="${ROOT}/opgaver.do">Advis <span id="advis-antal" class="badge"></span></a>
      </header>
      <div class="brugerlinje">
        ${raw(user)}
        <form method="post" action="${ROOT}/logaf.do" class="inline"><button class="link-knap">Log af</button></form>
      </div>`,
  )
}
