import { UNITS } from '#demo/data/names.ts'
import { redirect } from '#demo/server/exchange.ts'
import type { Answer } from '#demo/server/exchange.ts'
import { html, raw } from '#demo/server/html.ts'
import { ROOT, page } from './page.ts'
import type { PersonRoute } from './person-routes.ts'

const ROLES = ['Sagsbehandler', 'Mødeleder/visitator', 'Teamleder', 'Jobkonsulent', 'Administrativ (aktindsigt)', 'Læseadgang'] as const

const options = (values: readonly string[]) => raw(values.map((value) => html`<option>${value}</option>`).join(''))

/** Log-in with role and unit. No password: nobody is here. */
export function logInPage({ state, visit }: PersonRoute): string {
  const back = visit.exchange.url.searchParams.get('tilbage') ?? ''
  const content = html`<div class="kasse smal">
    <h1>Log på</h1>
    <p>Din session er udløbet, eller du er ikke logget på.</p>
    <form class="formular" method="post" action="${ROOT}/logon.do">
      <input type="hidden" name="tilbage" value="${back}" /> <label for="kommune">Vælg kommune</label
      ><select id="kommune" name="kommune">
        <option>København</option></select
      ><label for="rolle">Vælg rolle</label
      ><select id="rolle" name="rolle">
        ${options(ROLES)}
      </select>
      <label for="enhed">Enhed</label
      ><select id="enhed" name="enhed">
        ${options(UNITS)}
      </select>
      <div class="handlinger"><button class="primaer">OK</button></div>
    </form>
  </div>`
  return page({
    title: 'Log på',
    session: visit.session,
    spelling: { today: state.today, steering: visit.session.steering },
    content: raw(content),
    bare: true,
  })
}

export function logIn({ visit }: PersonRoute): Answer {
  const form = new URLSearchParams(visit.exchange.body)
  visit.session.loggedIn = true
  visit.session.role = ROLES.find((role) => role === form.get('rolle')) ?? visit.session.role
  visit.session.unit = UNITS.find((unit) => unit === form.get('enhed')) ?? visit.session.unit
  const back = form.get('tilbage') ?? ''
  return redirect(back.startsWith(`${ROOT}/`) ? back : `${ROOT}/forside.do`)
}

export function errorPage({ state, visit }: Pick<PersonRoute, 'state' | 'visit'>, title: string, text: string): string {
  const content = html`<div class="kasse smal fejlside" role="alert">
    <h1>${title}</h1>
    <p>${text}</p>
    <p><a class="knap" href="${ROOT}/sagsliste.do">Til mine borgere</a></p>
  </div>`
  return page({ title, session: visit.session, spelling: { today: state.today, steering: visit.session.steering }, content: raw(content) })
}
