import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Pool } from 'undici'
import { startBadUpstream } from '#tests/proxy/support/bad-upstream.ts'
import { startTrap } from '#tests/proxy/support/trap.ts'
import type { PlantedFault } from '../support/planted.ts'
import { Tally } from '../support/tally.ts'
import { field, header, type Place } from './places.ts'
import { runCase } from './run-cases.ts'
import { SPY, SpyLog } from './spy-log.ts'

/** A gateway as two well-known ones were: it goes where the caller says, and passes every header on. */
async function startObedientGateway(origin: string) {
  const server = createServer((request, response) => void obey(request, response, origin))
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return { port: (server.address() as AddressInfo).port, close: () => server.close() }
}

async function obey(request: IncomingMessage, response: ServerResponse, origin: string): Promise<void> {
  let text = ''
  for await (const piece of request) text += String(piece)
  const wanted = request.headers['x-portkey-custom-host'] ?? (JSON.parse(text) as { readonly api_base?: string }).api_base
  const pool = new Pool(typeof wanted === 'string' ? new URL(wanted).origin : origin)
  const { host: _host, connection: _connection, 'content-length': _length, ...passed } = request.headers
  try {
    const answer = await pool.request({ method: 'POST', path: '/v1/chat/completions', headers: passed, body: text })
    response.end(await answer.body.text())
  } catch {
    response.writeHead(502).end()
  } finally {
    await pool.destroy()
  }
}

export async function plantedFaults(): Promise<readonly PlantedFault[]> {
  const trap = await startTrap()
  const upstream = await startBadUpstream()
  const gateway = await startObedientGateway(upstream.azureAddress)
  const failuresOf = async (kind: string, place: Place) => {
    const tally = new Tally(() => undefined)
    await runCase({ id: 'planted', target: trap.url, place }, { port: gateway.port, token: 'none', upstream, trap, spy: null, tally })
    return tally.failuresOf(kind) > 0
  }
  try {
    return [
      { kind: 'a host from a header', found: await failuresOf('a connection to the trap', header('x-portkey-custom-host')) },
      { kind: 'an address from the body', found: await failuresOf('a connection to the trap', field('api_base')) },
      { kind: 'a header that is passed on', found: await failuresOf('the target is passed on', header('x-forwarded-host')) },
      { kind: 'a field that is passed on', found: await failuresOf('the target is passed on', field('webhook')) },
      { kind: 'a process that calls somebody', found: await spySees(`require('node:net').connect(${trap.port}, '127.0.0.1')`) },
      {
        kind: 'a process that looks somebody up',
        found: await spySees(`require('node:dns').lookup('metadata.google.internal', () => {})`),
      },
    ]
  } finally {
    gateway.close()
    await upstream.close()
    await trap.close()
  }
}

async function spySees(code: string): Promise<boolean> {
  const spy = new SpyLog()
  const script = `${code}; setTimeout(() => process.exit(), 300)`
  await once(
    spawn(process.execPath, ['--import', SPY, '-e', script], {
      stdio: 'ignore',
      env: { ...process.env, SAGSHJAELP_CONNECT_SPY: spy.file },
    }),
    'close',
  )
  const found = spy.strangers().length > 0
  spy.close()
  return found
}
