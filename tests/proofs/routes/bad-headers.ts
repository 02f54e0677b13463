import type { KeyIssuer } from '#tests/proxy/support/key-issuer.ts'
import { newKey } from '#tests/proxy/support/make-token.ts'

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** What strangers send instead of a token; the suite `auth` goes deeper into tokens themselves. */
export function badHeaders(issuer: KeyIssuer): readonly (readonly [string, Record<string, string>])[] {
  const good = issuer.token()
  const [head = '', claims = ''] = good.split('.')
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
  return [
    ['nothing', {}],
    ['an empty header', { authorization: '' }],
    ['a word', bearer('x')],
    ['another scheme', { authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}` }],
    ['a token without its scheme', { authorization: good }],
    ['a token without its signature', bearer(`${head}.${claims}.`)],
    ['a token that signs nothing', bearer(`${base64({ alg: 'none', typ: 'at+jwt' })}.${claims}.`)],
    ["a stranger's token", bearer(issuer.token({ key: newKey() }))],
    ['a token that has run out', bearer(issuer.token({ seconds: -600 }))],
    ['a token in a cookie', { cookie: `authorization=Bearer ${good}; token=${good}` }],
    ['a token in another header', { 'x-authorization': `Bearer ${good}`, 'proxy-authorization': `Bearer ${good}`, 'api-key': good }],
    [
      'headers of a balancer',
      { 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '127.0.0.1', 'x-ms-client-principal': 'admin', 'x-user-roles': 'administrator' },
    ],
    ['another method by header', { 'x-http-method-override': 'OPTIONS' }],
    ['a foreign page', { ...bearer(good), origin: 'https://evil.example' }],
  ]
}
