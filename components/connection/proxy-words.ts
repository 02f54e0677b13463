import type { ProxyState } from '#utils/case-session/proxy-state.ts'

/** The state of the model in the user's words; `null` where there is nothing to say. */
export const PROXY_WORDS: Readonly<Record<ProxyState, { readonly ink: 'ok' | 'soon' | 'muted'; readonly text: string }>> = {
  'not-configured': { ink: 'muted', text: 'Der er ikke sat en sprogmodel op. Alt lokalt virker uden.' },
  ok: { ink: 'ok', text: 'Sprogmodellen svarer.' },
  away: { ink: 'soon', text: 'Sprogmodellen kan ikke nås. Alt lokalt virker stadig.' },
  'signed-out': { ink: 'muted', text: 'Log ind for at bruge sprogmodellen. Alt lokalt virker uden.' },
  'no-access': { ink: 'soon', text: 'Din rolle giver ikke adgang til sprogmodellen. Alt lokalt virker stadig.' },
  'switched-off': { ink: 'soon', text: 'Kommunen har slukket for sprogmodellen. Alt lokalt virker stadig.' },
}
