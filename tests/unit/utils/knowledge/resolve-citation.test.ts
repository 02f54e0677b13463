import { describe, expect, it } from 'vitest'
import { day } from '#utils/domain/calendar-day.ts'
import { contextAct } from '#utils/knowledge/context-act.ts'
import { act, part } from '#tests/proxy/knowledge/documents.ts'
import { memoryShelf } from '#utils/knowledge/memory-shelf.ts'
import { parseCitations } from '#utils/knowledge/parse-citations.ts'
import { resolveCitation } from '#utils/knowledge/resolve-citation.ts'

const TODAY = day('2026-11-24')

const SICK = act(
  { title: 'Bekendtgørelse af lov om sygedagpenge', number: 97, from: '2025-01-29' },
  part('chapter', '1', part('paragraph', '1', part('stk', '1', 'Første punktum. Andet punktum, jf. nr. 1.'))),
  part(
    'chapter',
    '2',
    part(
      'paragraph',
      '2',
      part('stk', '1', 'Betingelser:', part('nr', '1', 'et'), part('nr', '2', 'to')),
      part('stk', '2', 'Mere:', part('nr', '1', 'tre')),
    ),
  ),
  part('chapter', '3', part('paragraph', '3', part('stk', '1', '(Ophævet)')), part('paragraph', '3a', part('stk', '1', 'Indsat.'))),
)
const SICK_BEFORE = act(
  { title: 'Bekendtgørelse af lov om sygedagpenge', number: 50, from: '2022-01-01' },
  part('paragraph', '1', part('stk', '1', 'Gammel.')),
  part('paragraph', '9', part('stk', '1', 'Kun før.')),
)
const OTHER = act(
  { title: 'Bekendtgørelse af lov om sygedagpenge til søfarende', number: 12, from: '2024-01-01' },
  part('paragraph', '1', part('stk', '1', 'Til søs.')),
)

async function look(text: string, { on = TODAY, context = null as string | null, law = [SICK_BEFORE, SICK] } = {}) {
  const shelf = memoryShelf(law, TODAY)
  const [citation] = parseCitations(text)
  if (!citation) throw new Error('no citation')
  const found = await resolveCitation(citation, shelf, {
    on,
    context: context === null ? null : contextAct(context, await shelf.register()),
  })
  const spots = found.status === 'not-found' ? found.elsewhere : found.status === 'ambiguous' ? found.candidates : [found]
  const texts = spots.flatMap(({ version, places }) => places.map(({ node }) => shelf.document(version.id)?.nodes[node]?.text))
  return {
    status: found.status,
    detail: found.status === 'not-found' ? found.missing : found.status === 'ambiguous' ? found.between : null,
    texts,
  }
}

describe('a citation', () => {
  it('leads to its passage by title, short name, popular name, number and address', async () => {
    for (const named of ['lov om sygedagpenge', 'SDL', 'sygedagpengelovens', 'LBK nr. 97 af 29. januar 2025', 'eli/lta/2025/97,'])
      expect(await look(`${named} § 2, stk. 2, nr. 1`), named).toEqual({ status: 'found', detail: null, texts: ['tre'] })
  })

  it.each([
    ['SDL § 4', 'paragraph'],
    ['SDL § 2, stk. 3', 'stk'],
    ['SDL § 2, stk. 1, nr. 3', 'nr'],
    ['SDL § 2, stk. 1, nr. 1, litra a', 'litra'],
    ['SDL § 1, 3. pkt.', 'pkt'],
    ['SDL kap. 1, § 2', 'paragraph'],
    ['SDL kap. 4', 'chapter'],
    ['SDL §§ 1-9', 'paragraph'],
    ['XYZ § 1', 'act'],
    ['LBK nr. 97 af 30. januar 2025 § 1', 'act'],
    ['lov nr. 97 af 29. januar 2025, § 1', 'act'],
    ['§ 1 i lov om sygedagpenge til søfarende', 'act'],
    ['lov om ændring af lov om sygedagpenge § 1', 'act'],
    ['forslag til lov om sygedagpenge § 1', 'act'],
    ['SDL § 1, jf. LBK nr. 98 af 29. januar 2025', 'act'],
  ])('%s does not exist', async (text, missing) => {
    expect(await look(text)).toMatchObject({ status: 'not-found', detail: missing })
  })

  it('says that a paragraph is repealed', async () => {
    expect((await look('SDL § 3')).status).toBe('repealed')
    expect((await look('SDL § 3 a')).status).toBe('found')
  })

  it('takes the text of the day, and says where else a paragraph stands', async () => {
    expect((await look('SDL § 1, stk. 1')).texts[0]).toContain('Første punktum')
    expect((await look('SDL § 1, stk. 1', { on: day('2023-05-01') })).texts).toEqual(['Gammel.'])
    expect(await look('SDL § 9')).toEqual({ status: 'not-found', detail: 'paragraph', texts: ['Kun før.'] })
    expect((await look('LBK nr. 50 af 1. januar 2022, § 9')).status).toBe('found')
  })

  it('guesses neither the act, nor the paragraph, nor the stk', async () => {
    expect(await look('§ 1')).toMatchObject({ status: 'ambiguous', detail: 'no-act' })
    expect(await look('jf. stk. 2', { context: 'SDL' })).toMatchObject({ status: 'ambiguous', detail: 'no-paragraph' })
    expect(await look('SDL § 2, nr. 2')).toEqual({ status: 'ambiguous', detail: 'places', texts: ['to'] })
    expect((await look('SDL § 1, nr. 1')).status).toBe('not-found')
  })

  it('takes the act that the reader has in mind', async () => {
    expect((await look('lovens § 3 a', { context: 'sygedagpengeloven' })).texts).toEqual(['Indsat.'])
    expect((await look('§ 9', { context: 'LBK 50/2022' })).texts).toEqual(['Kun før.'])
  })

  it('keeps apart acts whose titles begin alike', async () => {
    const law = [SICK, OTHER]
    expect((await look('§ 1 i lov om sygedagpenge til søfarende', { law })).texts[0]).toContain('Til søs.')
    expect((await look('§ 1, stk. 1, i lov om sygedagpenge skal kommunen', { law })).texts[0]).toContain('Første')
    expect((await look('§ 1 i lov om sygedagpenge til heste', { law })).status).toBe('not-found')
  })
})
