import { degrees } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { lines, makePdf, turned } from './make-pdf.ts'
import { readAll, readOne, textsOf } from './read.ts'

const NUMBER = '140752-6123'

describe('the text of a PDF', () => {
  test('keeps lines, so that a number over two of them still joins', async () => {
    const { kind, pages, parts, notScreened } = await readOne(await makePdf(lines(['Borgeren har nummer 140752-', '6123 og bor i byen.'])))
    expect([kind, pages, notScreened]).toEqual(['pdf', 1, []])
    expect(parts.find(({ source }) => source === 'body')?.text).toBe('Borgeren har nummer 140752-\n6123 og bor i byen.')
  })

  test('gives each run a box where it stands, from the top left', async () => {
    const document = await readOne(await makePdf(lines(['Første linje i brevet', NUMBER], { y: 700 })))
    const body = document.parts.find(({ source }) => source === 'body')
    const run = body?.boxes.find(({ start, end }) => body.text.slice(start, end) === NUMBER)
    expect(run?.box.left).toBeCloseTo(50, 0)
    expect(run?.box.top).toBeGreaterThan(842 - 686 - 12)
    expect(run?.box.bottom).toBeLessThan(842 - 686 + 4)
  })

  test('reads letters that are drawn one by one as the words they are', async () => {
    const text = await readOne(
      await makePdf(({ page, font }) => {
        let x = 50
        for (const letter of `Nummer ${NUMBER} er hans`) {
          page.drawText(letter, { x, y: 700, size: 11, font })
          x += font.widthOfTextAtSize(letter, 11)
        }
      }),
    )
    expect(textsOf(text, 'body')).toBe(`Nummer ${NUMBER} er hans`)
  })

  test('reads two columns one after the other, and a table row by row', async () => {
    const left = ['Borgeren møder til samtale og', 'oplyser om sin ægtefælle med', 'personnummer 140752-', '6123, som også er tilmeldt.']
    const right = ['I den anden spalte står der', 'noget helt andet om tilbuddet,', 'som begynder den første dag', 'i den kommende måned.']
    const columns = await makePdf((drawing) => {
      lines(left)(drawing)
      lines(right, { x: 320 })(drawing)
    })
    expect(textsOf(await readOne(columns), 'body')).toBe([...left, ...right].join('\n'))
    const acrossTheGap = await makePdf((drawing) => {
      for (const [at, text] of left.entries()) {
        lines([text], { y: 700 - at * 14 })(drawing)
        lines([right[at] ?? ''], { x: 320, y: 700 - at * 14 })(drawing)
      }
    })
    expect(textsOf(await readOne(acrossTheGap), 'body')).toBe([...left, ...right].join('\n'))
    const table = await makePdf((drawing) => {
      lines(['Navn', 'Cpr', 'By', 'Tlf.'])(drawing)
      lines(['Bo Demo', NUMBER, 'Aarhus', 'ukendt'], { x: 320 })(drawing)
    })
    expect(textsOf(await readOne(table), 'body')).toBe(`Navn\tBo Demo\nCpr\t${NUMBER}\nBy\tAarhus\nTlf.\tukendt`)
  })

  test('reads pages and texts that are turned', async () => {
    const document = await readOne(
      await makePdf(
        (drawing) => {
          lines(['En side, som er lagt på siden', `med nummeret ${NUMBER}`])(drawing)
          drawing.page.setRotation(degrees(90))
        },
        turned(`Op ad margenen ${NUMBER}`, 90, 40, 100),
      ),
    )
    expect(textsOf(document, 'body')).toBe(`En side, som er lagt på siden\nmed nummeret ${NUMBER}\n---\nOp ad margenen ${NUMBER}`)
  })

  test('finds what lies beside the page', async () => {
    const document = await readOne(await makePdf(lines(['Almindelig tekst på siden.']), turned(`skjult ${NUMBER}`, 0, 700, 400)))
    expect(document.parts.some(({ page, text }) => page === 2 && text.includes(NUMBER))).toBe(true)
  })
})

describe('what hides in a PDF', () => {
  test('is read: comments, metadata, links, file name', async () => {
    const bytes = await makePdf(({ document, page, font }) => {
      page.drawText('Et brev', { x: 50, y: 700, size: 11, font })
      document.setTitle('Titel 010160-7123')
      document.setAuthor('Forfatter 020260-7124')
      const field = document.getForm().createTextField('felt')
      field.setText('Felt 030360-7125')
      field.addToPage(page, { x: 50, y: 500, width: 200, height: 20 })
      page.node.addAnnot(
        document.context.register(document.context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [10, 10, 30, 30], Contents: 'x' })),
      )
    })
    const [document] = await readAll([{ name: 'Bilag 050560-7127.pdf', bytes }])
    expect(textsOf(document ?? { parts: [] }, 'metadata')).toContain('010160-7123')
    expect(textsOf(document ?? { parts: [] }, 'metadata')).toContain('020260-7124')
    expect(textsOf(document ?? { parts: [] }, 'form')).toContain('030360-7125')
    expect(textsOf(document ?? { parts: [] }, 'file-name')).toContain('050560-7127')
  })

  test('is read: attachments, as documents of their own', async () => {
    const bytes = await makePdf(async ({ document, page, font }) => {
      page.drawText('Et brev', { x: 50, y: 700, size: 11, font })
      await document.attach(new TextEncoder().encode(`Vedhæftet ${NUMBER}`), 'notat.txt')
    })
    const documents = await readAll([{ name: 'brev.pdf', bytes }])
    expect(documents.map(({ name, kind }) => [name, kind])).toEqual([
      ['brev.pdf', 'pdf'],
      ['brev.pdf/notat.txt', 'text'],
    ])
    expect(textsOf(documents[1] ?? { parts: [] }, 'body')).toContain(NUMBER)
  })
})

describe('a PDF that cannot be read', () => {
  test('is never clean: a page without text, a damaged file, a file of nothing', async () => {
    const drawn = await makePdf(({ page }) => page.drawRectangle({ x: 10, y: 10, width: 300, height: 300 }))
    expect((await readOne(drawn)).notScreened).toMatchObject([{ page: 1, why: 'no-text' }])
    expect((await readOne('%PDF-1.7\nrubbish')).notScreened).toMatchObject([{ page: null, why: 'corrupt' }])
    expect((await readOne('')).notScreened).toMatchObject([{ page: null, why: 'empty' }])
  })
})
