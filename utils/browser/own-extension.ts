import { browser } from './browser.ts'

/** This extension's id and the origin of its pages, without a trailing slash. */
export function ownExtension(): { readonly id: string; readonly origin: string } {
  const { protocol, host } = new URL(browser.runtime.getURL(''))
  return { id: browser.runtime.id, origin: `${protocol}//${host}` }
}
