import { describe, expect, test } from 'vitest'
import { unpackRtf } from '#utils/disclosure/intake/mail/unpack-rtf.ts'
import { plainRtf } from '#utils/disclosure/intake/mail/read-msg.ts'
import { makeMsg } from './make-msg.ts'
import { makeDocx, makeZip, paragraph, wordPart } from './make-zip.ts'
import { readAll, readOne, textsOf } from './read.ts'

const NUMBER = '140752-6123'
const whys = (documents: Awaited<ReturnType<typeof readAll>>) =>
  documents.map(({ name, notScreened }) => [name, notScreened.map(({ why }) => why).join()])

describe('an archive', () => {
  test('gives its members as documents, with safe names and the archive around them', async () => {
    const inner = await makeZip({ 'dyb.txt': `dybt ${NUMBER}` })
    const documents = await readAll([{ name: 'sag.zip', bytes: await makeZip({ 'a.txt': 'A', '../../b.txt': 'B', 'inde.zip': inner }) }])
    expect(documents.map(({ name, kind, item }) => [name, kind, item])).toEqual([
      ['sag.zip', 'archive', 0],
      ['sag.zip/a.txt', 'text', 0],
      ['sag.zip/b.txt', 'text', 0],
      ['sag.zip/inde.zip', 'archive', 0],
      ['sag.zip/inde.zip/dyb.txt', 'text', 0],
    ])
  })

  test('is refused where it is nested too deep, packs a bomb, or has a password; what lies beside it is read', async () => {
    const third = await makeZip({ 'x.txt': 'x' })
    const second = await makeZip({ '3.zip': third, 'c.txt': 'C' })
    const bomb = new Uint8Array(20_000_000)
    const bytes = await makeZip({ '2.zip': second, 'bombe.txt': bomb, 'ok.txt': `ok ${NUMBER}` })
    const documents = await readAll([
      { name: '1.zip', bytes },
      { name: 'låst.zip', bytes: await makeZip({ 'l.txt': 'hej' }, 'kode') },
    ])
    expect(whys(documents)).toEqual([
      ['1.zip', ''],
      ['1.zip/2.zip', ''],
      ['1.zip/2.zip/3.zip', 'nested-too-deep'],
      ['1.zip/2.zip/c.txt', ''],
      ['1.zip/bombe.txt', 'bomb'],
      ['1.zip/ok.txt', ''],
      ['låst.zip', ''],
      ['låst.zip/l.txt', 'password'],
    ])
  })

  test('that lies about a size is counted, not believed', async () => {
    const bytes = await makeZip({ 'stor.txt': new Uint8Array(30_000_000) })
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    // Both places that state the unpacked size: the list at the end, and the member's own head.
    for (let at = 0; at + 46 < bytes.length; at += 1) {
      if (view.getUint32(at, true) === 0x02_01_4b_50) view.setUint32(at + 24, 100, true)
      if (view.getUint32(at, true) === 0x04_03_4b_50) view.setUint32(at + 22, 100, true)
    }
    const [, member] = await readAll([{ name: 'løgn.zip', bytes }])
    expect(['bomb', 'corrupt']).toContain(member?.notScreened[0]?.why)
  })
})

describe('a Word file', () => {
  test('gives all of its text: split runs, tables, changes, comments, heads, notes, hidden text, boxes, properties', async () => {
    const body = [
      paragraph('Nr. 14', '0752-', '6123 er splittet'),
      '<w:p><w:del w:author="Forfatter 010160-7123"><w:r><w:delText>slettet 020260-7124</w:delText></w:r></w:del></w:p>',
      '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>skjult 030360-7125</w:t></w:r></w:p>',
      '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>celle</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
      '<w:p><w:r><w:txbxContent><w:p><w:r><w:t>boks 040460-7126</w:t></w:r></w:p></w:txbxContent></w:r></w:p>',
    ].join('')
    const document = await readOne(
      await makeDocx(body, {
        'word/header1.xml': wordPart('hdr', paragraph('hoved 050560-7127')),
        'word/footnotes.xml': wordPart('footnotes', paragraph('note 060660-7128')),
        'word/comments.xml': wordPart('comments', `<w:comment w:author="Bo">${paragraph('kommentar 070760-7129')}</w:comment>`),
        'docProps/core.xml': '<p><dc>titel 080860-7120</dc></p>',
        'word/_rels/document.xml.rels': '<Relationships><Relationship Target="mailto:090960-7121@b.dk"/></Relationships>',
      }),
    )
    expect([document.kind, document.notScreened]).toEqual(['docx', []])
    const all = textsOf(document, 'body')
    for (const piece of ['140752-6123', '020260-7124', '030360-7125', '040460-7126', '050560-7127', '060660-7128'])
      expect(all).toContain(piece)
    expect(textsOf(document, 'annotation')).toContain('070760-7129')
    expect(textsOf(document, 'metadata')).toContain('010160-7123')
    expect(textsOf(document, 'metadata')).toContain('080860-7120')
    expect(textsOf(document, 'link')).toContain('090960-7121')
  })

  test('with a document type or entities of its own is refused, not resolved', async () => {
    const bytes = await makeDocx(paragraph('hej'), { 'word/footer1.xml': '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;&a;</x>' })
    const { notScreened, parts } = await readOne(bytes)
    expect(notScreened.map(({ why }) => why)).toEqual(['bomb'])
    expect(parts.some(({ text }) => text === 'hej')).toBe(true)
  })

  test('gives what is embedded as documents of their own', async () => {
    const documents = await readAll([{ name: 'b.docx', bytes: await makeDocx(paragraph('x'), { 'word/embeddings/ark.txt': NUMBER }) }])
    expect(documents.map(({ name, kind }) => [name, kind])).toEqual([
      ['b.docx', 'docx'],
      ['b.docx/word/embeddings/ark.txt', 'text'],
    ])
  })
})

describe('a letter', () => {
  const mail = [
    'From: =?UTF-8?Q?=C3=98jvind?= <oe@example.dk>',
    'To: a@example.dk',
    'Subject: =?ISO-8859-1?Q?Vedr=F8rende_140752-6123?=',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: multipart/alternative; boundary=c',
    '',
    '--c',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('Hej, nr. 010160-7123').toString('base64'),
    '--c',
    'Content-Type: text/html',
    '',
    '<p>Hej, nr. 010160-7123</p><!-- 020260-7124 -->',
    '--c--',
    '--b',
    'Content-Type: message/rfc822',
    '',
    'From: b@example.dk',
    'Subject: inderst 030360-7125',
    '',
    'Videresendt',
    '--b--',
    '',
  ].join('\r\n')

  test('as eml gives headers, text and what is attached', async () => {
    const documents = await readAll([{ name: 'brev.eml', bytes: new TextEncoder().encode(mail) }])
    const [letter, inner] = documents
    expect(documents.map(({ kind }) => kind)).toEqual(['eml', 'eml'])
    expect(textsOf(letter ?? { parts: [] }, 'mail-header')).toContain('Vedrørende 140752-6123')
    expect(textsOf(letter ?? { parts: [] }, 'mail-header')).toContain('Øjvind <oe@example.dk>')
    expect(textsOf(letter ?? { parts: [] }, 'body').match(/010160-7123/g)).toHaveLength(1)
    expect(textsOf(letter ?? { parts: [] }, 'annotation')).toContain('020260-7124')
    expect(textsOf(inner ?? { parts: [] }, 'mail-header')).toContain('030360-7125')
  })

  test('as msg gives headers, text and what is attached; another file of that form is refused', async () => {
    const bytes = makeMsg({
      subject: `Emne ${NUMBER}`,
      body: 'Tekst 010160-7123',
      sender: 'Øjvind 020260-7124',
      attachment: { name: 'bilag.txt', bytes: new TextEncoder().encode('bilag 030360-7125') },
    })
    const [letter, attached] = await readAll([{ name: 'brev.msg', bytes }])
    expect([letter?.kind, letter?.notScreened]).toEqual(['msg', []])
    expect(textsOf(letter ?? { parts: [] }, 'mail-header')).toContain(NUMBER)
    expect(textsOf(letter ?? { parts: [] }, 'mail-header')).toContain('020260-7124')
    expect(textsOf(letter ?? { parts: [] }, 'body')).toBe('Tekst 010160-7123')
    expect(attached?.name).toBe('brev.msg/bilag.txt')
    expect(textsOf(attached ?? { parts: [] }, 'body')).toContain('030360-7125')
    const old = makeMsg({ subject: '', body: '', sender: '' })
    expect((await readOne(old.slice(0, 600))).notScreened).not.toEqual([])
  })

  test('whose text is packed RTF only is unpacked', () => {
    // The example of the format's own description.
    const packed = Uint8Array.from([
      0x2d, 0, 0, 0, 0x2b, 0, 0, 0, 0x4c, 0x5a, 0x46, 0x75, 0xf1, 0xc5, 0xc7, 0xa7, 3, 0, 0x0a, 0, 0x72, 0x63, 0x70, 0x67, 0x31, 0x32, 0x35,
      0x42, 0x32, 0x0a, 0xf3, 0x20, 0x68, 0x65, 0x6c, 9, 0, 0x20, 0x62, 0x77, 5, 0xb0, 0x6c, 0x64, 0x7d, 0x0a, 0x80, 0x0f, 0xa0,
    ])
    expect(unpackRtf(packed, 1000)).toBe('{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n')
    expect(plainRtf("{\\rtf1\\ansi\\pard \\'e6ble \\u230? 140752-\\par 6123}")).toContain('æble æ 140752-\n6123')
  })
})

describe('a picture', () => {
  test('is never clean without recognition, and too many pixels are not decoded', async () => {
    const png = (width: number, height: number) => {
      const bytes = new Uint8Array(64)
      bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
      new DataView(bytes.buffer).setUint32(16, width)
      new DataView(bytes.buffer).setUint32(20, height)
      return bytes
    }
    expect((await readOne(png(100, 100))).notScreened).toMatchObject([{ page: 1, why: 'no-text' }])
    expect((await readOne(png(60_000, 60_000))).notScreened).toMatchObject([{ page: null, why: 'too-large' }])
  })

  test('is read by whoever recognises letters, with the sign of a paragraph repaired', async () => {
    const document = await readOne(
      Uint8Array.from([0x42, 0x4d, ...new Uint8Array(28)])
        .fill(30, 2, 3)
        .fill(5, 18, 19)
        .fill(5, 22, 23),
      {
        recognise: () =>
          Promise.resolve({
            confidence: 90,
            lines: [
              [
                { text: 'serviceloven', box: { left: 0, top: 0, right: 5, bottom: 5 } },
                { text: '8', box: { left: 6, top: 0, right: 7, bottom: 5 } },
                { text: '83', box: { left: 8, top: 0, right: 9, bottom: 5 } },
              ],
            ],
          }),
      },
    )
    expect(textsOf(document, 'recognised')).toBe('serviceloven § 83')
    expect(document.notScreened).toEqual([])
  })
})
