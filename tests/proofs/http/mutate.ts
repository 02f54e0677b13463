import type { Random } from '../support/random.ts'

const PIECES = [
  '\r\n',
  '\n',
  '\r',
  ' ',
  '\t',
  '\0',
  ':',
  ',',
  '0',
  '\r\n\r\n',
  'Content-Length: 0\r\n',
  'Transfer-Encoding: chunked\r\n',
  '\x85',
  '\xff',
]

type Mutation = (raw: Buffer, random: Random) => Buffer

const at = (raw: Buffer, random: Random) => random.int(0, Math.max(0, raw.length - 1))

const MUTATIONS: readonly Mutation[] = [
  (raw, random) => {
    const changed = Buffer.from(raw)
    changed[at(raw, random)] = random.int(0, 255)
    return changed
  },
  (raw, random) => {
    const place = at(raw, random)
    return Buffer.concat([raw.subarray(0, place), Buffer.from(random.pick(PIECES), 'latin1'), raw.subarray(place)])
  },
  (raw, random) => {
    const place = at(raw, random)
    return Buffer.concat([raw.subarray(0, place), raw.subarray(place + random.int(1, 8))])
  },
  (raw, random) => raw.subarray(0, at(raw, random)),
  (raw, random) => {
    const lines = raw.toString('latin1').split('\r\n')
    const line = random.pick(lines)
    lines.splice(random.int(0, lines.length - 1), 0, line)
    return Buffer.from(lines.join('\r\n'), 'latin1')
  },
  (raw, random) => {
    const lines = raw.toString('latin1').split('\r\n')
    const [from, to] = [random.int(0, lines.length - 1), random.int(0, lines.length - 1)]
    const [line = ''] = lines.splice(from, 1)
    lines.splice(to, 0, line)
    return Buffer.from(lines.join('\r\n'), 'latin1')
  },
]

/** The same bytes with one to four faults more. */
export function mutate(raw: Buffer, random: Random): Buffer {
  let changed = raw
  for (let left = random.int(1, 4); left > 0; left -= 1) changed = random.pick(MUTATIONS)(changed, random)
  return changed
}
