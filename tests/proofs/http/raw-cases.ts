/** Requests as bytes. `{T}` stands for a valid token; what comes after the first request must never be run. */
export interface RawCase {
  readonly id: string
  readonly raw: Buffer
}

const AUTH = 'Authorization: Bearer {T}'
const JSON_TYPE = 'Content-Type: application/json'
const BODY = '{"model":"sag-chat","messages":[{"role":"user","content":"hej"}]}'
/** What an attacker would have run in somebody else's name. */
const SECOND = `GET /v1/models HTTP/1.1\r\nHost: a\r\n${AUTH}\r\n\r\n`

function post(lines: readonly string[], body: string, { line = 'POST /v1/chat/completions HTTP/1.1', host = ['Host: a'] } = {}): string {
  return [line, ...host, AUTH, JSON_TYPE, ...lines, '', body].join('\r\n')
}

const length = (body: string) => `Content-Length: ${Buffer.byteLength(body)}`
const chunked = (body: string) => `${Buffer.byteLength(body).toString(16)}\r\n${body}\r\n0\r\n\r\n`
const CHUNKED = 'Transfer-Encoding: chunked'

const TEXTS: Readonly<Record<string, string>> = {
  'good request, nothing after it': post([length(BODY)], BODY),
  'two requests in one packet': post([length(BODY)], BODY + SECOND),
  'length and chunks': post([length(BODY), CHUNKED], chunked(BODY) + SECOND),
  'chunks and length': post([CHUNKED, 'Content-Length: 4'], `${chunked(BODY)}${SECOND}`),
  'two lengths that differ': post(['Content-Length: 5', length(BODY)], BODY + SECOND),
  'two lengths that agree': post([length(BODY), length(BODY)], BODY + SECOND),
  'a list of lengths': post([`Content-Length: 5, ${Buffer.byteLength(BODY)}`], BODY + SECOND),
  'a length that is too short': post(['Content-Length: 5'], BODY + SECOND),
  'a length with a sign': post([`Content-Length: +${Buffer.byteLength(BODY)}`], BODY + SECOND),
  'a negative length': post(['Content-Length: -1'], BODY + SECOND),
  'a length in hex': post(['Content-Length: 0x41'], BODY + SECOND),
  'a length that overflows': post(['Content-Length: 18446744073709551620'], BODY + SECOND),
  'a length that is no number': post(['Content-Length: ten'], BODY + SECOND),
  'a length of nothing': post(['Content-Length: '], SECOND),
  'a space before the colon': post([`Content-Length : 5`, length(BODY)], BODY + SECOND),
  'a folded header': post(['Transfer-Encoding:\r\n chunked'], chunked(BODY) + SECOND),
  'chunks under another name': post(['Transfer-Encoding: xchunked', length(BODY)], BODY + SECOND),
  'chunks, then something else': post(['Transfer-Encoding: chunked, identity'], chunked(BODY) + SECOND),
  'chunks twice': post([CHUNKED, CHUNKED], chunked(BODY) + SECOND),
  'chunks with a vertical tab': post(['Transfer-Encoding: \x0bchunked', length(BODY)], BODY + SECOND),
  'chunks with a capital': post(['Transfer-Encoding: CHUNKED'], chunked(BODY) + SECOND),
  'a chunk length that is too long': post([CHUNKED], `fffffffffffffffff\r\n${BODY}\r\n0\r\n\r\n${SECOND}`),
  'a chunk length with a sign': post([CHUNKED], `+41\r\n${BODY}\r\n0\r\n\r\n${SECOND}`),
  'a chunk length with 0x': post([CHUNKED], `0x41\r\n${BODY}\r\n0\r\n\r\n${SECOND}`),
  'a chunk with an extension and a bare LF': post([CHUNKED], `41;a\n${BODY}\r\n0\r\n\r\n${SECOND}`),
  'a chunk that ends with the wrong bytes': post([CHUNKED], `41\r\n${BODY}XX0\r\n\r\n${SECOND}`),
  'a last chunk of 00': post([CHUNKED], `${Buffer.byteLength(BODY).toString(16)}\r\n${BODY}\r\n00\r\n\r\n${SECOND}`),
  'trailers that look like headers': post(
    [CHUNKED],
    `${Buffer.byteLength(BODY).toString(16)}\r\n${BODY}\r\n0\r\nAuthorization: Bearer x\r\nContent-Length: 9\r\n\r\n${SECOND}`,
  ),
  'a request inside a GET body': `GET /healthz HTTP/1.1\r\nHost: a\r\n${length(SECOND)}\r\n\r\n${SECOND}`,
  'a GET body without a length': `GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n${SECOND}`,
  'lines that end with LF alone': post([length(BODY)], BODY + SECOND).replaceAll('\r\n', '\n'),
  'lines that end with CR alone': post([length(BODY)], BODY + SECOND).replaceAll('\r\n', '\r'),
  'a header with LF in its value': post([length(BODY), 'X-Note: a\nTransfer-Encoding: chunked'], BODY + SECOND),
  'a header with a zero byte': post([length(BODY), 'X-Note: a\0b'], BODY + SECOND),
  'a header without a name': post([': a', length(BODY)], BODY + SECOND),
  'two hosts': post([length(BODY)], BODY, { host: ['Host: a', 'Host: b'] }) + SECOND,
  'no host': post([length(BODY)], BODY, { host: [] }) + SECOND,
  'HTTP/1.0 with keep-alive': post(['Connection: keep-alive', length(BODY)], BODY + SECOND, { line: 'POST /v1/chat/completions HTTP/1.0' }),
  'HTTP/0.9': `GET /healthz\r\n\r\n${SECOND}`,
  'HTTP/2 in clear text': `PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n${SECOND}`,
  'a version of its own': post([length(BODY)], BODY + SECOND, { line: 'POST /v1/chat/completions HTTP/9.9' }),
  'an upgrade': `GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n${SECOND}`,
  'a tunnel': `CONNECT 127.0.0.1:22 HTTP/1.1\r\nHost: a\r\n\r\n${SECOND}`,
  'an absolute address': `GET http://169.254.169.254/latest HTTP/1.1\r\nHost: a\r\n\r\n${SECOND}`,
  'a path with CR and LF': `GET /healthz%0d%0aHost:%20b HTTP/1.1\r\nHost: a\r\n\r\n${SECOND}`,
  'a path that is no address': `GET /%zz/%c0%ae HTTP/1.1\r\nHost: a\r\n\r\n${SECOND}`,
  'a method of its own': `FROB /healthz HTTP/1.1\r\nHost: a\r\n\r\n${SECOND}`,
  'a header called __proto__': post([length(BODY), '__proto__: x', 'constructor: y'], BODY + SECOND),
  'a head that is too large': post([length(BODY), `X-Note: ${'a'.repeat(40_000)}`], BODY + SECOND),
  'too many headers': post([length(BODY), ...Array.from({ length: 500 }, (_, at) => `X-${at}: 1`)], BODY + SECOND),
  'an expectation': post(['Expect: 100-continue', length(BODY)], BODY + SECOND),
  'an expectation of its own': post(['Expect: something', length(BODY)], BODY + SECOND),
  'a TLS greeting': `\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03${SECOND}`,
}

export const RAW_CASES: readonly RawCase[] = Object.entries(TEXTS).map(([id, text]) => ({ id, raw: Buffer.from(text, 'latin1') }))
