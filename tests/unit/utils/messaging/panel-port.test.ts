import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { PageReport } from '#utils/case-session/page-report.ts'

type Port = {
  name: string
  sender: object
  postMessage: (report: PageReport) => void
  onDisconnect: { addListener: () => void }
  disconnect: () => void
}
let connect: (port: Port) => void

vi.mock('#utils/browser/browser.ts', () => ({
  browser: {
    runtime: {
      id: 'ours',
      getURL: () => 'chrome-extension://ours/',
      onConnect: {
        addListener: (listener: (port: Port) => void) => {
          connect = listener
        },
        removeListener: () => undefined,
      },
    },
  },
}))
const { openToPanels } = await import('#utils/messaging/panel-port.ts')

function port(postMessage: Port['postMessage']): Port {
  return {
    name: 'sagshjaelp-panel',
    sender: { id: 'ours', url: 'chrome-extension://ours/sidepanel.html' },
    postMessage,
    onDisconnect: { addListener: () => undefined },
    disconnect: () => undefined,
  }
}

describe('the line from a page to the panels', () => {
  beforeEach(() => {
    connect = () => undefined
  })

  it('goes on telling the others when one panel has gone without a word', () => {
    const heard: PageReport[] = []
    const gone = vi.fn(() => {
      throw new Error('Attempting to use a disconnected port object')
    })
    const line = openToPanels({ kind: 'settling' }, new AbortController().signal)
    connect(port(gone))
    connect(port((report) => heard.push(report)))
    expect(() => line.publish({ kind: 'unknown-page' })).not.toThrow()
    expect(heard).toEqual([{ kind: 'settling' }, { kind: 'unknown-page' }])
    line.publish({ kind: 'logged-out' })
    expect(gone).toHaveBeenCalledTimes(1)
  })

  it('is not opened to anybody but the extension’s own pages', () => {
    const heard: PageReport[] = []
    openToPanels({ kind: 'settling' }, new AbortController().signal)
    connect({ ...port((report) => heard.push(report)), sender: { id: 'theirs', url: 'chrome-extension://theirs/x.html' } })
    connect({ ...port((report) => heard.push(report)), name: 'another' })
    expect(heard).toEqual([])
  })
})
