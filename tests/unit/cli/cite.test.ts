import { describe, expect, it } from 'vitest'
import { cite } from '#cli/cite.ts'

async function run(...args: readonly string[]) {
  const lines: string[] = []
  const errors: string[] = []
  const code = await cite(args, { out: (line) => lines.push(line), err: (line) => errors.push(line) })
  return { code, out: lines.join('\n'), err: errors.join('\n') }
}

const LAW = ['--law', 'packs/law'] as const

describe('cite on the command line', () => {
  it('leads citations to their passages in a folder of law', async () => {
    const { code, out } = await run(...LAW, '--text', 'Se FJPL § 2, stk. 2, nr. 2, litra b, i dag.', '--on', '2026-01-01', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject([
      {
        place: '§ 2, stk. 2, nr. 2, litra b',
        status: 'found',
        passages: [{ text: 'b) vandets klarhed, og', act: { eli: 'eli/lta/2025/9101', inForce: true } }],
      },
    ])
  })

  it('takes the law of the day', async () => {
    const on = async (day: string) =>
      JSON.parse((await run(...LAW, '--text', 'fjordplejelovens § 3', '--on', day, '--json')).out) as { status: string }[]
    expect((await on('2024-06-01'))[0]?.status).toBe('found')
    expect((await on('2026-01-01'))[0]?.status).toBe('repealed')
  })

  it('says what does not exist, for people and with its exit code', async () => {
    const { code, out } = await run(...LAW, '--text', 'LAB § 31 og lovens § 9', '--act', 'fjordplejeloven')
    expect(code).toBe(1)
    expect(out.match(/FINDES IKKE/g)).toHaveLength(2)
  })

  it('says how it is used', async () => {
    expect(await run('--text', '§ 1')).toMatchObject({ code: 2, err: expect.stringContaining('--law') })
  })
})
