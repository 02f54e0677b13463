import { describe, expect, test } from 'vitest'
import { fileKind } from '#utils/disclosure/intake/file-kind.ts'
import { safeName } from '#utils/disclosure/intake/file-name.ts'
import { htmlText } from '#utils/disclosure/intake/text/html-text.ts'
import { readAll, readOne, textsOf } from './read.ts'

const TEXT = 'Ægtefælle øjvind på Ærø, 140752-6123'

describe('plain text', () => {
  const utf16 = (big: boolean, mark: boolean) => {
    const codes = (mark ? '\uFEFF' : '') + TEXT
    const view = new DataView(new ArrayBuffer(codes.length * 2))
    for (let at = 0; at < codes.length; at += 1) view.setUint16(at * 2, codes.charCodeAt(at), !big)
    return new Uint8Array(view.buffer)
  }
  test.each([
    ['UTF-8', new TextEncoder().encode(TEXT)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${TEXT}`)],
    ['Windows-1252', Uint8Array.from(TEXT, (sign) => sign.charCodeAt(0))],
    ['UTF-16 LE', utf16(false, true)],
    ['UTF-16 BE', utf16(true, true)],
    ['UTF-16 LE without a mark', utf16(false, false)],
    ['UTF-16 BE without a mark', utf16(true, false)],
  ])('in %s is read as it was written', async (_name, bytes) => {
    const document = await readOne(bytes)
    expect([document.kind, document.notScreened, textsOf(document, 'body')]).toEqual(['text', [], TEXT])
  })

  test('what is no text is never clean', async () => {
    const { notScreened } = await readOne(Uint8Array.from({ length: 600 }, (_, at) => (at * 37) % 30))
    expect(notScreened).toMatchObject([{ why: 'unknown-kind' }])
    expect((await readOne('  \n ')).notScreened).toMatchObject([{ why: 'empty' }])
  })
})

describe('HTML', () => {
  test('gives the text, also what is hidden, and joins what tags split', () => {
    const { body, comments, hidden, links } = htmlText(
      '<html><body style="display:none"><p>Nr. <b>1407</b>52&#45;<i>61</i>23 &aelig;</p><!-- 010160-7123 --><img alt="020260&ndash;7124"><a href="mailto:a%20b">x</a><script>var n="030360-7125"</script><table><tr><td>a</td><td>b</td></tr></table></body></html>',
    )
    expect(body).toContain('Nr. 140752-6123 æ')
    expect(body).toContain('a\tb')
    expect(comments).toContain('010160-7123')
    expect(hidden).toContain('020260–7124')
    expect(hidden).toContain('030360-7125')
    expect(links).toContain('mailto:a b')
  })

  test('broken HTML ends soon and loses nothing', () => {
    const before = performance.now()
    const { body } = htmlText(`${'<a b="'.repeat(20_000)}<p>140752-6123`)
    expect(body).toContain('140752-6123')
    expect(performance.now() - before).toBeLessThan(5000)
  })
})

describe('what a file is', () => {
  test.each([
    ['pdf', 'junk first\n%PDF-1.4\n'],
    ['archive', 'PK\u0003\u0004rest'],
    ['html', '<!DOCTYPE html><p>x</p>'],
    ['eml', 'Received: from a\r\nFrom: a@b.dk\r\nSubject: x\r\n\r\nHej'],
    ['text', 'Fra: Bo\nTil: Else\n\nHej'],
    ['unknown', '{\\rtf1 hej}'],
  ])('is told by its bytes: %s', (kind, text) => {
    expect(fileKind(new TextEncoder().encode(text))).toBe(kind)
  })

  test('a name leads nowhere and hides nothing', () => {
    expect(safeName('../../etc/passwd')).toBe('etc/passwd')
    expect(safeName('C:\\Windows\\..\\x\u202Efdp.exe')).toBe('Windows/xfdp.exe')
    expect(safeName('..')).toBe('uden navn')
  })
})

describe('a bundle', () => {
  test('tells which document came out of which input, and lists what was stopped', async () => {
    const abort = new AbortController()
    const inputs = ['a', 'b', 'c'].map((name) => ({ name, bytes: new TextEncoder().encode(`tekst ${name}`) }))
    const documents = await readAll(inputs, {
      signal: abort.signal,
      onProgress: ({ item }) => {
        if (item === 1) abort.abort()
      },
    })
    expect(documents.map(({ item, notScreened }) => [item, notScreened.map(({ why }) => why)])).toEqual([
      [0, []],
      [1, []],
      [2, ['stopped']],
    ])
  })
})
