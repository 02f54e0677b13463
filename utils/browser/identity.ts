import { browser } from './browser.ts'

/** The address the issuer sends the user back to: the browser catches it, and no server stands behind it. */
export function signInRedirect(): string {
  return browser.identity.getRedirectURL()
}

/** Shows the issuer's page in a window and resolves with the address it came back to. Without `interactive` no window is shown. */
export async function openSignInWindow(url: string, interactive: boolean): Promise<string> {
  return browser.identity.launchWebAuthFlow({ url, interactive })
}
