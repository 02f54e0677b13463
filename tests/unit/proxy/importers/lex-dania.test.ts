import { describe, expect, it } from 'vitest'
import { readLexDania } from '#proxy/importers/lex-dania/read.ts'

async function* pieces(text: string, size = 7): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
}

const read = (text: string, size?: number) => readLexDania(pieces(text, size))
const line = (text: string) => `<Exitus><Linea><Char>${text}</Char></Linea></Exitus>`
const document = (inner: string, type = 'BEK H#LOKDOK04') =>
  `<?xml version="1.0" encoding="utf-8"?><Dokument><Meta><DocumentType>${type}</DocumentType><DocumentTitle>Bekendtgørelse om fjorde</DocumentTitle><Number>7</Number><Year>2024</Year><DiesSigni>2024-03-01</DiesSigni><StartDate>2024-03-02</StartDate><AnnouncedIn>Lovtidende A</AnnouncedIn></Meta><DokumentIndhold>${inner}</DokumentIndhold></Dokument>`

const ACT = document(`<Kapitel localId="1"><Explicatus>Kapitel 1 a</Explicatus><Rubrica><Linea><Char>Pleje</Char></Linea></Rubrica>
  <ParagrafGruppe><Rubrica><Linea><Char>Formål</Char></Linea></Rubrica>
  <Paragraf localId="1A"><Explicatus>§ 1 A.</Explicatus><Stk>${line('Ved pleje forstås:')}<Exitus><Index>
    <Indentatio formaInd="Nummer"><Explicatus>1)</Explicatus>${line('rensning,')}<Exitus><Index><Indentatio formaInd="Litra"><Explicatus>a)</Explicatus>${line('af <Char>b</Char>und')}</Indentatio></Index></Exitus></Indentatio>
    <Indentatio formaInd="Nummer"><Explicatus>2)</Explicatus>${line('tilsyn.')}</Indentatio></Index></Exitus></Stk>
    <Stk><Explicatus>Stk. 2.</Explicatus>${line('Ét. To, jf. stk. 1, nr. 1.')}</Stk></Paragraf>
  <Paragraf localId="2"><Explicatus>§§ 2-4.</Explicatus><Stk>${line('(Ophævet)')}</Stk></Paragraf>
  <Paragraf localId="5"><Explicatus>§ 5.</Explicatus><Stk>${line('Bekendtgørelsen træder i kraft den 11. marts 2024.')}</Stk></Paragraf></ParagrafGruppe></Kapitel>`)

describe('a Lex Dania document', () => {
  it('becomes chapters, paragraphs, stk, nr. and litra with their addresses', async () => {
    const { nodes } = await read(ACT)
    const shown = nodes.map(({ unit, number, address }) => `${unit} ${number} ${address}`.trim())
    expect(shown).toEqual([
      'chapter 1a kap. 1 a',
      'part',
      'paragraph 1a § 1 a',
      'stk 1 § 1 a, stk. 1',
      'nr 1 § 1 a, stk. 1, nr. 1',
      'litra a § 1 a, stk. 1, nr. 1, litra a',
      'nr 2 § 1 a, stk. 1, nr. 2',
      'stk 2 § 1 a, stk. 2',
      ...['2', '3', '4'].flatMap((number) => [`paragraph ${number} § ${number}`, `stk 1 § ${number}`]),
      'paragraph 5 § 5',
      'stk 1 § 5',
    ])
    expect(nodes.find(({ unit }) => unit === 'litra')?.text).toBe('a) af bund')
    expect(nodes[3]?.headings).toEqual(['Kapitel 1 a Pleje', 'Formål'])
    expect(nodes.find(({ address }) => address === '§ 1 a, stk. 2')?.sentences).toBe(2)
    expect(nodes.filter(({ repealed }) => repealed).map(({ number }) => number)).toEqual(['2', '1', '3', '1', '4', '1'])
  })

  it('is the same in whatever pieces it comes', async () => {
    const whole = await read(ACT, 1_000_000)
    for (const size of [1, 2, 13, 64]) expect(await read(ACT, size)).toEqual(whole)
  })

  it('says what it is and from when it holds', async () => {
    expect(await read(ACT)).toMatchObject({
      type: 'BEK',
      number: 7,
      year: 2024,
      signed: '2024-03-01',
      eli: 'eli/lta/2024/7',
      validFrom: '2024-03-11',
      validTo: null,
    })
  })

  it('does not take new wording for another act as its own', async () => {
    const { nodes } = await read(
      document(
        `<AendringCentreretParagraf localId="1"><Explicatus>§ 1</Explicatus>${line('I lov om øer ændres:')}<AendringsNummer localId="1"><Explicatus>1.</Explicatus>${line('Efter § 8 indsættes:')}<AendringNyTekst><Paragraf localId="9"><Explicatus>»§ 9.</Explicatus><Stk>${line('Nyt.«')}</Stk></Paragraf></AendringNyTekst></AendringsNummer></AendringCentreretParagraf>`,
        'LOV H#LOKDOK02',
      ),
    )
    expect(nodes.map(({ address }) => address)).toEqual(['§ 1', '§ 1, nr. 1'])
    expect(nodes[1]?.text).toContain('»§ 9. Nyt.«')
    expect(nodes[1]?.searchable).toBe(true)
  })

  it('does not take the commencement of older acts as its own', async () => {
    const older = `<Ikraft><IkraftCentreretParagraf localId="9"><Explicatus>§ 9</Explicatus><Stk>${line('Loven træder i kraft den 1. juli 1999.')}</Stk></IkraftCentreretParagraf></Ikraft>`
    const own = `<Paragraf localId="1"><Explicatus>§ 1.</Explicatus><Stk>${line('Egen.')}</Stk></Paragraf>`
    const { nodes, validFrom } = await read(document(own + older, 'LBK H#LOKDOK03'))
    expect(nodes.filter(({ unit }) => unit === 'paragraph').map(({ number }) => number)).toEqual(['1'])
    expect(nodes.some(({ text }) => text.includes('1999'))).toBe(true)
    expect(validFrom).toBe('2024-03-02')
  })

  it.each([
    ['has a DTD', `<!DOCTYPE Dokument [<!ENTITY a "aaaa">]>${ACT.slice(ACT.indexOf('<Dokument'))}`, 'has-dtd'],
    ['has an entity of its own', document(line('&farlig;')), 'not-well-formed'],
    ['is cut off', ACT.slice(0, -40), 'not-well-formed'],
    ['is another XML', '<html><body>§ 1</body></html>', 'not-lex-dania'],
    ['holds only metadata', document(''), 'not-lex-dania'],
    ['is deeper than any act', document('<Afsnit>'.repeat(300) + '</Afsnit>'.repeat(300)), 'too-complex'],
  ])('is refused when it %s', async (_what, text, code) => {
    await expect(read(text)).rejects.toMatchObject({ code })
  })
})
