import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { controlPage } from '#demo/server/control.ts'
import { documentPdf } from '#demo/server/document-pdf.ts'
import { redirect } from '#demo/server/exchange.ts'
import type { Answer, Exchange } from '#demo/server/exchange.ts'
import type { Sessions } from '#demo/server/session.ts'
import type { State } from '#demo/server/state.ts'
import { stillLoggedIn, visitOf } from '#demo/server/visit.ts'
import type { Visit } from '#demo/server/visit.ts'
import { allTasks } from '#demo/server/api-m.ts'
import { editorFrame } from './note-panes.ts'
import type { ListView } from './list-pages.ts'
import { accessPage, caseloadPage, searchPage, startPage, tasksPage } from './list-pages.ts'
import { errorPage, logIn, logInPage } from './login.ts'
import { ROOT } from './page.ts'
import { closeTab, cprOf, meetingWindow, noteText, openPerson, paneAnswer, tableAnswer } from './person-routes.ts'
import type { PersonRoute } from './person-routes.ts'
import { saveForm, savePlan } from './save.ts'

const PLAIN: Answer = { headers: { 'cache-control': 'private, no-cache' } }

/** Dialect K: server-rendered pages, partial reloads, several citizens in one document. */
export function dialectK(state: State, sessions: Sessions, frameOrigin: string) {
  return async (exchange: Exchange): Promise<void> => {
    const visit = visitOf(exchange, sessions, `k-${exchange.url.port}`)
    const answer = await route({ state, visit, frameOrigin })
    // The pages may go into the back/forward cache, as those of an old system do.
    exchange.reply({ ...answer, headers: { ...PLAIN.headers, ...answer.headers, ...visit.keep } })
  }
}

async function route(to: PersonRoute): Promise<Answer> {
  const { state, visit } = to
  const { pathname, searchParams } = visit.exchange.url
  if (pathname === '/__control') return controlPage(state, visit)
  if (['/', ROOT, `${ROOT}/`].includes(pathname)) return redirect(`${ROOT}/forside.do`)
  const name = pathname.startsWith(`${ROOT}/`) ? pathname.slice(ROOT.length + 1) : ''
  if (name.startsWith('static/')) return asset(name)
  if (visit.exchange.method === 'POST') return post(to, name)
  if (name === 'logon.do') return { body: logInPage(to) }
  if (!stillLoggedIn(visit.session)) return loggedOut(visit, name)
  return (
    listRoute(name, {
      state,
      session: visit.session,
      spelling: { today: state.today, steering: visit.session.steering },
      query: searchParams,
    }) ?? personRoute(to, name)
  )
}

/** Whole pages go to the log-in page; partial requests get 401 and the page script follows. */
function loggedOut({ exchange }: Visit, name: string): Answer {
  if (/rude|tabel|tekst|cpr|advis/.test(name)) return { status: 401, body: '' }
  return redirect(`${ROOT}/logon.do?tilbage=${encodeURIComponent(exchange.url.pathname + exchange.url.search)}`)
}

function listRoute(name: string, view: ListView): Answer | null {
  const pages: Readonly<Record<string, (view: ListView) => string>> = {
    'forside.do': startPage,
    'soeg.do': searchPage,
    'sagsliste.do': caseloadPage,
    'opgaver.do': tasksPage,
    'aktindsigt.do': accessPage,
    'advis.do': ({ state }) => String(allTasks(state).filter(({ row }) => String(row['task.due']) <= state.today).length),
    'journal/editor.do': editorFrame,
  }
  const make = pages[name]
  return make ? { body: make(view) } : null
}

async function personRoute(to: PersonRoute, name: string): Promise<Answer> {
  const routes: Readonly<Record<string, (to: PersonRoute) => Answer | Promise<Answer>>> = {
    'person/vis.do': openPerson,
    'person/rude.do': paneAnswer,
    'person/tabel.do': tableAnswer,
    'journal/tekst.do': noteText,
    'person/cpr.do': cprOf,
    'samtale.do': meetingWindow,
    'dokument/aabnPdfDokument': openDocument,
  }
  const answer = routes[name]
  return answer ? answer(to) : { status: 404, body: errorPage(to, 'Siden findes ikke', 'Adressen er forkert eller siden er flyttet.') }
}

async function post(to: PersonRoute, name: string): Promise<Answer> {
  const { state, visit } = to
  const routes: Readonly<Record<string, () => Answer>> = {
    'logon.do': () => logIn(to),
    'person/gem.do': () => saveForm(to),
    'person/plan.do': () => savePlan(to),
    'person/luk.do': () => closeTab(to),
    'logaf.do': () => {
      visit.session.loggedIn = false
      return redirect(`${ROOT}/logon.do`)
    },
  }
  if (!/^person\/(gem|plan)\.do$/.test(name)) {
    state.log({ session: visit.session.id, dialect: 'K', citizen: null, path: `${ROOT}/${name}`, group: null, id: null, values: {} })
  }
  if (name.startsWith('person/') && !visit.session.loggedIn) return { status: 401, body: '' }
  return routes[name]?.() ?? { status: 404, body: '' }
}

function openDocument({ state, visit }: PersonRoute): Answer {
  const query = visit.exchange.url.searchParams
  const found = state.find(query.get('person') ?? '')
  const pdf = found && found.lock?.kind !== 'no-access' ? documentPdf(state, found, query.get('id') ?? '') : null
  return pdf ? { type: 'application/pdf', body: pdf } : { status: 404, body: '' }
}

const TYPES: Readonly<Record<string, string>> = { '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8' }

async function asset(name: string): Promise<Answer> {
  const file = path.basename(name)
  const body = await readFile(path.join(import.meta.dirname, 'static', file)).catch(() => null)
  return body ? { type: TYPES[path.extname(file)] ?? 'application/octet-stream', body } : { status: 404, body: '' }
}

export { ksdFrame } from './ksd-frame.ts'
