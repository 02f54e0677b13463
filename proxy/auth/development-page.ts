import { DEVELOPMENT_PEOPLE } from './development-people.ts'

/** Nothing in it comes from a request; `uid` is the issuer's own. */
export function developmentPage(uid: string, nonce: string): string {
  const buttons = DEVELOPMENT_PEOPLE.map(({ id, label }) => `<li><button name="person" value="${id}">${label}</button></li>`).join('\n')
  return `<!doctype html>
<html lang="da">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Vælg person – Sagshjælp til udvikling</title>
<style nonce="${nonce}">
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 32rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; background: #fff }
  ul { list-style: none; padding: 0 }
  button { font: inherit; width: 100%; text-align: left; margin: .25rem 0; padding: .75rem 1rem; border: 1px solid #595959; border-radius: .25rem; background: #f6f6f6; color: inherit; cursor: pointer }
  button:hover { background: #e4ecf7 }
  button:focus-visible { outline: 3px solid #1b5fc1; outline-offset: 2px }
</style>
<main>
  <h1>Hvem vil du være?</h1>
  <p>Dette er log ind til udvikling på din egen maskine. Personerne er opdigtede, og der skal ingen adgangskode til.</p>
  <form method="post" action="/pick/${uid}"><ul>
${buttons}
  </ul></form>
</main>
</html>`
}
