import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readDocument } from '#proxy/importers/read-document.ts'
import { readSafely } from '#proxy/importers/read-safely.ts'
import type { KnowledgeKind } from '#utils/knowledge/register.ts'
import { docxOf, pdfOf, zipOf } from './files.ts'

const folder = mkdtempSync(join(tmpdir(), 'sagshjaelp-import-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

async function read(name: string, content: string | Buffer, kind: KnowledgeKind = 'procedure') {
  const document = await readDocument(file(name, content), kind)
  return {
    ...document,
    shown: document.nodes.map(({ unit, number, headings, own }) => [unit, number, headings.join(' > '), own].join('|')),
  }
}

describe('a procedure', () => {
  it('is read from Markdown, with what it says of itself', async () => {
    const source =
      '---\ntitel: Første samtale\ngyldig-fra: 2026-01-01\n---\n# Første samtale\nBook *straks*.\n\n## 2.1 Fremmøde\n- mød op <b>selv</b>\n- tag ID med\n'
    const document = await read('samtale.md', source)
    expect(document).toMatchObject({ title: 'Første samtale', validFrom: '2026-01-01', eli: null, kind: 'procedure' })
    expect(document.shown).toEqual(['part||Første samtale|Book straks.', 'point|2.1|Første samtale > 2.1 Fremmøde|mød op selv tag ID med'])
  })

  it('is read from HTML, without what a reader does not see', async () => {
    const html =
      '<!doctype html><head><title>Fravær</title><meta name="gyldig-fra" content="2026-02-01"></head><nav>Menu</nav><script>x()</script><h1>Fravær</h1><p>Ring <b>efter</b> 3&nbsp;dage.</p><p hidden>Skjult</p><table><tr><td>Uge 1</td><td>brev</td></tr></table>'
    const document = await read('fravaer.html', html)
    expect(document).toMatchObject({ title: 'Fravær', validFrom: '2026-02-01' })
    expect(document.shown).toEqual(['part||Fravær|Ring efter 3 dage. Uge 1 brev'])
  })

  it('is read from Word, Danish headings included', async () => {
    const document = await read('mentor.docx', docxOf(['# Mentor', 'Bevilg højst 6 måneder.', '# Opfølgning', 'Hver måned.']))
    expect(document.title).toBe('Mentor')
    expect(document.shown).toEqual(['part||Mentor|Bevilg højst 6 måneder.', 'part||Opfølgning|Hver måned.'])
  })

  it('is read from PDF: running heads fall away, broken words are mended', async () => {
    const page = (number: number, text: string) => [
      { text: 'Kommunens håndbog', size: 8 },
      { text: number === 1 ? 'Sygeopfølgning' : `Mere om ${text.toLowerCase()}`, size: 18 },
      { text: `${text} skal begynde inden udgan-`, size: 10 },
      { text: `gen af uge ${text}.`, size: 10 },
      { text: `Side ${number}`, size: 8 },
    ]
    const document = await read('syg.pdf', pdfOf([page(1, 'Opgaven'), page(2, 'Samtalen'), page(3, 'Planen')]))
    expect(document.title).toBe('Sygeopfølgning')
    expect(document.nodes.map(({ own }) => own)).toEqual(
      ['Opgaven', 'Samtalen', 'Planen'].map((text) => `${text} skal begynde inden udgangen af uge ${text}.`),
    )
  })

  it('is cut into pieces where a section is long', async () => {
    const paragraphs = Array.from({ length: 20 }, (_, index) => `Afsnit ${index} ${'med mange ord '.repeat(20)}`)
    const { nodes } = await read('lang.md', `# Lang\n\n${paragraphs.join('\n\n')}`)
    const pieces = nodes.filter(({ searchable }) => searchable)
    expect(pieces.length).toBeGreaterThan(2)
    expect(Math.max(...pieces.map(({ own }) => own.length))).toBeLessThanOrEqual(1700)
    expect(pieces.map(({ own }) => own).join(' ')).toContain('Afsnit 19')
  })

  it('is refused with a CPR number in it', async () => {
    await expect(read('cpr.md', '# Eksempel\nBorgeren 140752-7123 ringede.')).rejects.toMatchObject({ code: 'cpr-in-file' })
  })
})

describe('an act in plain form', () => {
  const LINES = [
    '# Lov om fjordpleje',
    'LOV nr 12 af 01/03/2024',
    'Kapitel 1',
    '# Formål',
    '§ 1. Fjorde plejes.',
    'Stk. 2. Plejen omfatter:',
    '1) rensning,',
    'a) af bund,',
    '2) tilsyn.',
    '§ 1 a. (Ophævet)',
  ]

  it.each([
    ['Markdown', 'lov.md', LINES.map((line) => (/^\d+\)/.test(line) ? line.replace(')', '\\)') : line)).join('\n\n')],
    ['HTML', 'lov.html', LINES.map((line) => (line.startsWith('# ') ? `<h2>${line.slice(2)}</h2>` : `<p>${line}</p>`)).join('')],
    ['Word', 'lov.docx', docxOf(LINES)],
  ])('keeps its structure from %s', async (_form, name, content) => {
    const document = await read(name, content, 'law')
    expect(document).toMatchObject({
      title: 'Lov om fjordpleje',
      type: 'LOV',
      number: 12,
      year: 2024,
      eli: 'eli/lta/2024/12',
      validFrom: '2024-03-01',
    })
    const addresses = document.nodes.map(({ address }) => address).filter((address) => address.includes('§'))
    expect(addresses).toEqual([
      '§ 1',
      '§ 1, stk. 1',
      '§ 1, stk. 2',
      '§ 1, stk. 2, nr. 1',
      '§ 1, stk. 2, nr. 1, litra a',
      '§ 1, stk. 2, nr. 2',
      '§ 1 a',
      '§ 1 a',
    ])
    expect(document.nodes.at(-1)?.repealed).toBe(true)
  })
})

describe('a hostile file', () => {
  it.each([
    [
      'a ZIP that says it is larger than what is read',
      zipOf([{ name: 'word/document.xml', data: Buffer.from('x'), declared: 3_000_000_000 }]),
      'zip-bomb',
    ],
    ['a ZIP that is packed too tight', zipOf([{ name: 'word/document.xml', data: Buffer.alloc(30_000_000, 97) }]), 'zip-bomb'],
    [
      'a ZIP that lies about its size',
      zipOf([{ name: 'word/document.xml', data: Buffer.alloc(30_000_000, 97), declared: 1000 }]),
      'zip-bomb',
    ],
    [
      'a ZIP of many entries',
      zipOf(Array.from({ length: 10_001 }, (_, index) => ({ name: `${index}`, data: Buffer.alloc(0) }))),
      'zip-bomb',
    ],
    ['no ZIP at all', Buffer.from('ikke en zip'), 'not-well-formed'],
  ])('%s is refused', async (_what, content, code) => {
    await expect(read('bombe.docx', content)).rejects.toMatchObject({ code })
  })

  it.each([
    ['dyb.html', `<div>`.repeat(2000), 'too-complex'],
    ['tom.md', '---\ntitel: Tom\n---\n', 'no-text'],
    ['tom.pdf', pdfOf([[]]), 'no-text'],
    ['brudt.pdf', Buffer.from('%PDF-1.4 brudt'), 'not-well-formed'],
    ['tegn.md', Buffer.from([0x23, 0x20, 0xff, 0xfe]), 'not-text'],
    ['noget.exe', 'MZ', 'unknown-format'],
  ])('%s is refused', async (name, content, code) => {
    await expect(read(name, content)).rejects.toMatchObject({ code })
  })

  it('takes only its own thread with it', async () => {
    await expect(
      readSafely(file('dyb.md', '> '.repeat(20_000) + 'x'), 'procedure', { mostMs: 3000, mostMemoryMb: 128 }),
    ).rejects.toMatchObject({
      code: expect.stringMatching(/^(?:took-too-long|too-complex)$/),
    })
    await expect(readSafely(join(folder, 'findes-ikke.md'), 'law')).rejects.toMatchObject({ code: 'not-found' })
    expect((await readSafely(file('god.md', '# God\nTekst.'), 'procedure')).title).toBe('God')
  })
})
