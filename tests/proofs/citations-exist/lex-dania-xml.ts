import type { InventedAct, Part } from './invented-act.ts'

const KINDS = { LOV: 'LOV H#LOKDOK01', LBK: 'LBK H#LOKDOK03', BEK: 'BEK H#LOKDOK04' } as const

/** An invented act as Retsinformation publishes acts. `pretty` puts every element on a line of its own. */
export function lexDaniaXml(act: InventedAct, pretty: boolean): string {
  const year = act.date.slice(0, 4)
  const meta = [
    ['DocumentType', KINDS[act.type]],
    ['AccessionNumber', `${act.type[0]}${year}${String(act.number).padStart(5, '0')}30`],
    ['DocumentTitle', act.title],
    ['Year', year],
    ['DiesSigni', act.date],
    ['StartDate', act.date],
    ['Status', 'Valid'],
    ['Number', String(act.number)],
    ['AnnouncedIn', 'Lovtidende A'],
    ...(act.popular === null ? [] : [['PopularTitle', act.popular]]),
    ...(act.short === null ? [] : [['PopularTitle', act.short]]),
  ].map(([name = '', value = '']) => `<${name}>${escaped(value)}</${name}>`)
  const xml = `<Dokument id="d1"><Meta>${meta.join('')}</Meta><TitelGruppe><Titel>${line(act.title)}</Titel></TitelGruppe><DokumentIndhold><Indledning><Exitus>${line('I medfør af § 1, stk. 1, fastsættes:')}</Exitus></Indledning><Afsnit localId="1">${act.chapters.map(chapter).join('')}</Afsnit>${tail(act)}</DokumentIndhold></Dokument>`
  return `<?xml version="1.0" encoding="utf-8"?>\n${pretty ? xml.replaceAll('><', '>\n<') : xml}`
}

/** What has paragraphs without being the act's: the commencement of older acts, or new wording for another act. */
function tail(act: InventedAct): string {
  if (act.foreign.length === 0) return ''
  if (act.type === 'LBK')
    return `<Ikraft><IkraftTekst><Exitus>${line('Lov nr. 1 af 2. marts 1999 indeholder følgende bestemmelse:')}</Exitus></IkraftTekst>${act.foreign
      .map(
        (number) =>
          `<IkraftCentreretParagraf localId="${number}"><Explicatus>§ ${number}</Explicatus><Stk><Exitus>${line('Loven træder i kraft den 1. april 1999.')}</Exitus></Stk></IkraftCentreretParagraf>`,
      )
      .join('')}</Ikraft>`
  const numbers = act.foreign.map(
    (number, index) =>
      `<AendringsNummer localId="${index + 1}"><Explicatus>${index + 1}.</Explicatus><Exitus>${line('Efter § 8 indsættes:')}</Exitus><AendringNyTekst><Paragraf localId="${number}"><Explicatus>»§ ${number}.</Explicatus><Stk><Exitus>${line('Nyt indhold.«')}</Exitus></Stk></Paragraf></AendringNyTekst></AendringsNummer>`,
  )
  return `<AendringCentreretParagraf localId="900"><Explicatus>§ 900</Explicatus><Exitus>${line('I en anden lov foretages følgende ændringer:')}</Exitus>${numbers.join('')}</AendringCentreretParagraf>`
}

function chapter({ number, parts }: Part): string {
  const label = number.replace(/([a-z])$/u, ' $1')
  return `<Kapitel localId="${number}"><Explicatus>Kapitel ${label}</Explicatus><Rubrica>${line('Opdigtede forhold')}</Rubrica><ParagrafGruppe><Rubrica>${line('Overskrift')}</Rubrica>${parts.map(paragraph).join('')}</ParagrafGruppe></Kapitel>`
}

function paragraph({ number, parts, sentences, repealed }: Part): string {
  const label = number.replace(/([a-z])$/u, ' $1')
  const stk = repealed ? `<Stk><Exitus>${line(sentences[0] ?? '')}</Exitus></Stk>` : parts.map((part, index) => stkOf(part, index)).join('')
  return `<Paragraf localId="${number.toUpperCase()}"><Explicatus>§ ${label}.</Explicatus>${stk}</Paragraf>`
}

function stkOf(part: Part, index: number): string {
  const label = index === 0 ? '' : `<Explicatus>Stk. ${part.number}.</Explicatus>`
  return `<Stk>${label}${body(part)}</Stk>`
}

function body({ sentences, parts }: Part): string {
  const own = `<Exitus>${line(sentences.join(' '))}</Exitus>`
  if (parts.length === 0) return own
  const items = parts.map((part) => {
    const form = part.unit === 'nr' ? 'Nummer' : 'Litra'
    return `<Indentatio formaInd="${form}"><Explicatus>${part.number})</Explicatus>${body(part)}</Indentatio>`
  })
  return `${own}<Exitus><Index>${items.join('')}</Index></Exitus>`
}

function line(text: string): string {
  return `<Linea><Char>${escaped(text)}</Char></Linea>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
