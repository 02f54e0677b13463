import { createServer } from 'node:http'
import path from 'node:path'
import { build, type Rolldown } from 'vite'
import { launch } from '#build/browser/launch.ts'
import { startSniffingProxy } from '../../support/sniffing-proxy.ts'
import type { Surface } from '../surface.ts'

const KEPT = ['h1', 'h2', 'h3', 'p', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'strong', 'em', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'br']
const SETTLE_MS = 1200

/** The one door for HTML: what comes out is put into a page that has no policy to save it. Shows as well that the vectors are live. */
export const sanitizer: Surface = {
  name: 'the door for HTML',
  run: async ({ vectors, tally, log }) => {
    const door = await bundleDoor()
    const server = createServer((_request, response) =>
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<!doctype html><body></body>'),
    )
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    if (address === null || typeof address === 'string') throw new RangeError('no port')
    const host = `127.0.0.1:${address.port}`
    const proxy = await startSniffingProxy(() => [host])
    const browser = await launch({
      args: [`--proxy-server=127.0.0.1:${proxy.port}`, '--proxy-bypass-list=<-loopback>', '--proxy-bypass-list=<-loopback>'],
    })
    const trapped = () => proxy.foreign.filter(({ target }) => target.includes('trap.example')).length
    const payloads = vectors.filter(({ channel }) => channel !== 'url').map(({ payload }) => payload)
    try {
      const page = await browser.context.newPage()
      page.on('dialog', (dialog) => void dialog.dismiss())
      await page.goto(`http://${host}/`)
      await page.evaluate(door)
      const outcomes = await page.evaluate(throughDoor, payloads)
      await page.waitForTimeout(SETTLE_MS)
      const pwned = await page.evaluate(() => (window as { __pwned?: unknown }).__pwned ?? null)
      tally.check('script ran', pwned === null, () => `behind the door: ${JSON.stringify(pwned)}`)
      tally.check('foreign request', trapped() === 0, () => `behind the door: ${trapped()} requests to the trap`)
      for (const [at, { tags, attributes, stable }] of outcomes.entries()) {
        const strange = tags.filter((tag) => !KEPT.includes(tag))
        tally.check(
          'foreign element',
          strange.length === 0 && attributes === 0,
          () => `behind the door: ${strange.join()} and ${attributes} attributes from ${payloads[at]}`,
        )
        tally.check('unstable', stable, () => `comes out changed the second time: ${payloads[at]}`)
      }
      // The same vectors without the door: if none of them ran, all of this would prove nothing.
      const bare = await browser.context.newPage()
      await bare.goto(`http://${host}/`)
      const live = await bare.evaluate(withoutDoor, payloads.slice(0, 200))
      await bare.waitForTimeout(SETTLE_MS)
      tally.check(
        'planted fault',
        live >= Math.max(2, Math.min(200, payloads.length) * 0.05),
        () => `only ${live} vectors run where nothing holds them back`,
      )
      tally.check('planted fault', trapped() > 0, () => 'no vector asks for the trap where nothing holds it back')
      log(
        `the door for HTML: ${payloads.length} vectors; without it ${live} of ${Math.min(200, payloads.length)} ran at once and ${trapped()} requests left`,
      )
    } finally {
      await browser.close()
      await proxy.stop()
      server.closeAllConnections()
      server.close()
    }
  },
}

async function bundleDoor(): Promise<string> {
  const entry = path.resolve('utils/sanitize/sanitize.ts')
  const made = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, name: 'door', formats: ['iife'] } },
  })
  const [output] = (Array.isArray(made) ? made : [made]) as Rolldown.RolldownOutput[]
  const chunk = output?.output.find((one) => one.type === 'chunk')
  if (!chunk || chunk.type !== 'chunk') throw new Error('the door does not build')
  return chunk.code.replace(/^(?:var|const|let) door\s*=/m, 'globalThis.door =')
}

/** Runs in the page. */
function throughDoor(payloads: readonly string[]) {
  const { sanitizeHtml } = (globalThis as unknown as { door: { sanitizeHtml: (html: string) => string } }).door
  return payloads.map((payload) => {
    const clean = sanitizeHtml(payload)
    const box = document.createElement('div')
    document.body.append(box)
    box.innerHTML = clean
    const inside = [...box.querySelectorAll('*')]
    return {
      tags: inside.map((element) => element.localName),
      attributes: inside.reduce((sum, element) => sum + element.attributes.length, 0),
      stable: sanitizeHtml(clean) === clean,
    }
  })
}

/** Runs in the page: a frame for each, so that one does not swallow the next. */
async function withoutDoor(payloads: readonly string[]): Promise<number> {
  let live = 0
  for (const payload of payloads) {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const inside = frame.contentWindow as { readonly __pwned?: unknown } | null
    frame.contentDocument?.write(`<!doctype html><body>${payload}`)
    frame.contentDocument?.close()
    await new Promise((resolve) => {
      setTimeout(resolve, 12)
    })
    if (inside?.__pwned !== undefined) live += 1
  }
  return live
}
