import { describe, expect, it } from 'vitest'
import { contentSender, extensionPageSender, type RawSender } from '#utils/messaging/sender.ts'

const own = { id: 'ours', origin: 'chrome-extension://ours', hosts: ['https://fasit.kommune.dk/*'] }
const page: RawSender = {
  id: 'ours',
  url: 'https://fasit.kommune.dk/borger/1',
  origin: 'https://fasit.kommune.dk',
  frameId: 0,
  documentId: 'D',
  documentLifecycle: 'active',
  tab: { id: 7 },
}

describe('a content script as sender', () => {
  it('is known by what the browser says of it', () => {
    expect(contentSender(page, own)).toEqual({ tabId: 7, origin: 'https://fasit.kommune.dk', url: page.url, documentId: 'D' })
  })

  it.each<[string, RawSender]>([
    ['another extension', { ...page, id: 'theirs' }],
    ['no id', { ...page, id: undefined }],
    ['a frame inside the page', { ...page, frameId: 3 }],
    ['no frame', { ...page, frameId: undefined }],
    ['no tab', { ...page, tab: undefined }],
    ['a prerendered page', { ...page, documentLifecycle: 'prerender' }],
    ['a page in the back/forward cache', { ...page, documentLifecycle: 'cached' }],
    ['a look-alike host', { ...page, url: 'https://fasit.kommune.dk.evil.dk/', origin: 'https://fasit.kommune.dk.evil.dk' }],
    ['another scheme', { ...page, url: 'http://fasit.kommune.dk/', origin: 'http://fasit.kommune.dk' }],
    ['an origin that is not the address’s', { ...page, origin: 'https://evil.dk' }],
    ['an opaque origin', { ...page, origin: 'null' }],
    ['an address that is none', { ...page, url: 'x' }],
  ])('is refused when it is %s', (_what, sender) => expect(contentSender(sender, own)).toBeNull())
})

describe('an extension page as sender', () => {
  const panel: RawSender = { id: 'ours', url: 'chrome-extension://ours/sidepanel.html', origin: 'chrome-extension://ours' }

  it('is known by its address', () => expect(extensionPageSender(panel, own)).toEqual({ page: true }))

  it.each<[string, RawSender]>([
    ['a content script', page],
    ['another extension', { ...panel, id: 'theirs', url: 'chrome-extension://theirs/sidepanel.html' }],
    ['a page that claims our id', { ...panel, url: 'https://evil.dk/chrome-extension://ours/' }],
    ['a sandboxed page', { ...panel, origin: 'null' }],
  ])('is refused when it is %s', (_what, sender) => expect(extensionPageSender(sender, own)).toBeNull())
})
