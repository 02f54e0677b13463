/**
 * Everything the proxy refuses or fails with: the HTTP status, and what a Danish user is told. Texts hold no values, so
 * nothing of a request or of an upstream's answer can pass through them.
 */
export const PROXY_ERRORS = {
  'not-signed-in': { status: 401, text: 'Du er ikke logget ind. Log ind igen, og prøv så en gang til.' },
  'not-allowed': { status: 403, text: 'Din rolle giver ikke adgang til dette. Spørg din leder, hvis du mener, den burde.' },
  'not-found': { status: 404, text: 'Adressen findes ikke.' },
  'method-not-allowed': { status: 405, text: 'Adressen tager ikke imod den slags kald.' },
  'body-too-large': { status: 413, text: 'Teksten er for lang. Forkort den, og prøv igen.' },
  'wrong-content-type': { status: 415, text: 'Indholdet har en form, som tjenesten ikke tager imod.' },
  'invalid-request': { status: 400, text: 'Forespørgslen har ikke den rette form, og intet er sendt videre.' },
  'cpr-in-prompt': {
    status: 422,
    text: 'Teksten indeholder et CPR-nummer. Intet er sendt til sprogmodellen. Fjern nummeret, og prøv igen.',
  },
  'model-not-allowed': { status: 404, text: 'Kommunen har ikke åbnet for den sprogmodel.' },
  'switched-off': { status: 503, text: 'Kommunen har slukket for brug af sprogmodel. Alt, der sker lokalt, virker stadig.' },
  'too-many-requests': { status: 429, text: 'Der er sendt mange forespørgsler på kort tid. Vent lidt, og prøv igen.' },
  'budget-spent': { status: 429, text: 'Enhedens forbrug for perioden er brugt op. Alt, der sker lokalt, virker stadig.' },
  'upstream-failed': { status: 502, text: 'Sprogmodellen svarede ikke, som den skal. Prøv igen om lidt.' },
  'upstream-timeout': { status: 504, text: 'Sprogmodellen svarede ikke i tide. Prøv igen om lidt.' },
  'no-upstream': { status: 503, text: 'Ingen sprogmodel kan nås lige nu. Alt, der sker lokalt, virker stadig.' },
  'content-filtered': { status: 400, text: 'Sprogmodellens filter afviste teksten. Formulér den anderledes.' },
  'changed-meanwhile': { status: 412, text: 'En anden har ændret det i mellemtiden. Hent det på ny, og prøv igen.' },
  'precondition-needed': { status: 428, text: 'Hent, hvad der gælder nu, før du ændrer det.' },
  'cannot-switch-off': { status: 409, text: 'Det kan ikke slås fra. Det beskytter borgeren, eller kommunen har låst det.' },
  'too-much-switched-off': {
    status: 409,
    text: 'Der er allerede slået så meget fra, at det ikke kan udleveres. Slå noget til igen først.',
  },
  'reason-too-short': { status: 422, text: 'Begrundelsen er for kort til, at andre kan forstå ændringen.' },
  'cpr-in-reason': { status: 422, text: 'Begrundelsen indeholder et CPR-nummer. Skriv den uden.' },
  'dates-do-not-fit': { status: 422, text: 'Datoerne passer ikke sammen: En ændring kan ikke gælde bagud eller slutte, før den begynder.' },
  'another-person-needed': { status: 409, text: 'En anden end den, der foreslog ændringen, skal godkende den.' },
  'already-decided': { status: 409, text: 'Posten er allerede afgjort eller fortrudt.' },
  'no-signing-key': { status: 503, text: 'Kommunen har ikke sat en nøgle til at underskrive ændringer med.' },
  'request-timeout': { status: 408, text: 'Forespørgslen kom ikke frem i tide.' },
  'not-ready': { status: 503, text: 'Tjenesten er ved at starte eller lukke. Prøv igen om lidt.' },
  internal: { status: 500, text: 'Der skete en fejl i tjenesten. Prøv igen om lidt.' },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly text: string }>>

export type ProxyErrorCode = keyof typeof PROXY_ERRORS

/** The body of every error: the shape that the openai client knows, with our code in it. */
export interface ProxyErrorBody {
  readonly error: { readonly code: ProxyErrorCode; readonly message: string; readonly type: 'sagshjaelp'; readonly param: null }
}

export function errorBody(code: ProxyErrorCode): ProxyErrorBody {
  return { error: { code, message: PROXY_ERRORS[code].text, type: 'sagshjaelp', param: null } }
}
