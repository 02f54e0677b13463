import { isIP } from 'node:net'
import type { Resolve } from '#proxy/upstream/guarded-connect.ts'
import type { Trap } from '#tests/proxy/support/trap.ts'
import type { Tally } from '../support/tally.ts'
import { AZURE_CONFIG, changed, MISTRAL_CONFIG, OWN_CONFIG, type Raw } from './good-configs.ts'
import { loneUpstreams } from './in-process.ts'

/** Nowhere on the internet, or on this machine, in any spelling a resolver can give. */
export const NOT_PUBLIC: readonly string[] = [
  '127.0.0.1',
  '127.8.9.10',
  '0.0.0.0',
  '10.0.0.1',
  '10.255.255.255',
  '100.64.0.1',
  '100.100.100.200',
  '169.254.169.254',
  '169.254.170.2',
  '168.63.129.16',
  '172.16.0.1',
  '172.31.255.254',
  '192.0.0.1',
  '192.168.1.1',
  '198.18.0.1',
  '198.51.100.7',
  '203.0.113.9',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:169.254.169.254',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b:1::1',
  '100::1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'fec0::1',
  'ff02::1',
]

export const resolveTo =
  (...addresses: readonly string[]): Resolve =>
  (_host, _options, done) =>
    done(
      null,
      addresses.map((address) => ({ address, family: isIP(address) })),
    )

/** Names that lead elsewhere while the proxy runs: nothing is connected to, the upstream is stopped and it is said aloud. */
export async function dnsChanges(trap: Trap, tally: Tally): Promise<void> {
  const own = ownAt(trap.port)
  for (const address of NOT_PUBLIC) {
    for (const config of [AZURE_CONFIG, MISTRAL_CONFIG, own]) await refusedAt(config, [address], tally)
    // A good address beside it does not help.
    await refusedAt(AZURE_CONFIG, ['20.50.2.10', address], tally)
  }
  for (const elsewhere of ['10.21.0.1', '8.8.8.8', '192.168.0.1', '2a01:111::1']) await refusedAt(own, [elsewhere], tally)
  await rebinding(own, tally)
  tally.check('no connection reaches the trap', trap.connections === 0, () => `${trap.connections} connections after names that moved`)
}

/** An own host on the trap's port: a guard that lets go would be seen there. */
export function ownAt(port: number): Raw {
  return changed(OWN_CONFIG, ['upstreams', 0, 'address'], `https://llm.proevekommune.dk:${port}/v1`)
}

async function refusedAt(config: Raw, addresses: readonly string[], tally: Tally): Promise<void> {
  const { upstreams, ask, logged } = loneUpstreams(config, { resolve: resolveTo(...addresses) })
  const answer = await ask()
  const where = `${addresses.join(', ')} for ${String((config['upstreams'] as readonly Raw[])[0]?.['name'])}`
  tally.check('a name that moved is refused', !answer.ok && answer.code === 'no-upstream', () => `${where}: ${JSON.stringify(answer)}`)
  tally.check(
    'a name that moved is said aloud',
    logged().includes('"forbidden-address"'),
    () => `${where}: nothing in the log: ${logged()}`,
  )
  tally.check(
    'the upstream is stopped',
    Object.values(upstreams.health()).every((isUp) => !isUp),
    () => `${where}: still in use`,
  )
  await upstreams.close()
}

/** The first look-up is right and the next is not: each connection is made to what was judged for it. */
async function rebinding(own: Raw, tally: Tally): Promise<void> {
  let asked = 0
  const quick = { ...own, connectSeconds: 0.2 }
  const resolve: Resolve = (host, options, done) => {
    asked += 1
    resolveTo(asked === 1 ? '10.20.0.5' : '127.0.0.1')(host, options, done)
  }
  const { upstreams, ask, logged } = loneUpstreams(quick, { resolve })
  const first = await ask()
  tally.check(
    'an address in the networks is tried',
    !first.ok && asked === 1 && !logged().includes('forbidden-address'),
    () => `the right address was not tried: ${JSON.stringify(first)}`,
  )
  await ask()
  tally.check('one look-up a connection', asked === 2, () => `${asked} look-ups for two connections`)
  tally.check('the second answer is refused', logged().includes('forbidden-address'), () => 'the name was led to this machine unseen')
  await upstreams.close()
}
