import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { loneUpstreams } from '../support/lone-upstreams.ts'
import { makeCertificate, type TestCertificate } from '../support/make-certificate.ts'
import { chatAnswer } from '../support/upstream-answers.ts'
import { rawUpstreamSettings } from '../support/upstream-settings.ts'

/** A connection that is encrypted to somebody else is worse than none. */
describe('encrypted upstreams', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sagshjaelp-tls-'))
  const ca = join(folder, 'ca.pem')
  const own = makeCertificate('localhost')
  const servers: Server[] = []
  let requests = 0

  const serve = async ({ certificate, key }: TestCertificate, maxVersion: 'TLSv1.1' | 'TLSv1.3' = 'TLSv1.3') => {
    const server = createServer(
      { cert: certificate, key, maxVersion, minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' },
      (request, response) => {
        requests += 1
        request.resume()
        response.writeHead(200, { 'content-type': 'application/json' }).end(String(chatAnswer('hej').body?.[0]))
      },
    )
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
    servers.push(server)
    return `https://localhost:${(server.address() as AddressInfo).port}/v1`
  }
  const ask = async (address: string, wishes: Readonly<Record<string, unknown>> = {}) => {
    const at = { address } as never
    const lone = loneUpstreams(rawUpstreamSettings([at], { upstream: wishes, models: ['chat'] }))
    const { answer } = await lone.ask()
    await lone.upstreams.close()
    return answer
  }

  beforeAll(() => {
    writeFileSync(ca, own.certificate)
  })
  afterEach(() => {
    requests = 0
    vi.unstubAllEnvs()
  })
  afterAll(() => {
    for (const server of servers) server.close()
    rmSync(folder, { recursive: true })
  })

  it('talks to a host whose issuer the municipality has stated', async () => {
    expect((await ask(await serve(own), { ca })).ok).toBe(true)
  })

  it('refuses a certificate that nobody has issued', async () => {
    expect(await ask(await serve(own))).toMatchObject({ ok: false, code: 'no-upstream' })
    expect(requests).toBe(0)
  })

  it('cannot be talked out of it by the environment', async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
    expect(await ask(await serve(own))).toMatchObject({ ok: false, code: 'no-upstream' })
    expect(requests).toBe(0)
  })

  it.each([
    ['another issuer', () => makeCertificate('localhost')],
    ['another host', () => makeCertificate('llm.proevekommune.dk')],
    ['one that has expired', () => makeCertificate('localhost', -1)],
  ])('refuses %s', async (_what, make) => {
    const other = make()
    const file = join(folder, 'other.pem')
    writeFileSync(file, other.certificate)
    const isIssuerKnown = _what !== 'another issuer'
    expect(await ask(await serve(other), { ca: isIssuerKnown ? file : ca })).toMatchObject({ ok: false, code: 'no-upstream' })
    expect(requests).toBe(0)
  })

  it('refuses an old version of TLS', async () => {
    expect(await ask(await serve(own, 'TLSv1.1'), { ca })).toMatchObject({ ok: false, code: 'no-upstream' })
    expect(requests).toBe(0)
  })
})
