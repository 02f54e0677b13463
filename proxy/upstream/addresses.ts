import { BlockList, isIP } from 'node:net'

export interface Network {
  readonly address: string
  readonly prefix: number
  readonly family: 'ipv4' | 'ipv6'
}

/** Never connected to, whatever the configuration says: this machine, the cloud's own services, and no single host. */
const NEVER = [
  '0.0.0.0/8',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '168.63.129.16/32',
  '100.100.100.200/32',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/96',
  '::ffff:0:0/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '2001::/32',
  '2002::/16',
  'fd00:ec2::254/128',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
]

/** Not on the internet: only for hosts whose networks the municipality has stated. */
const NOT_PUBLIC = [
  '10.0.0.0/8',
  '100.64.0.0/10',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '3fff::/20',
  '5f00::/16',
  'fc00::/7',
]

const LOOPBACK = ['127.0.0.0/8', '::1/128']
/** The only part of IPv6 that is given out. */
const GLOBAL_V6 = ['2000::/3']

/** `null` when the text is no network, or one so wide that it says nothing. */
export function readNetwork(text: string): Network | null {
  const [, address = '', length = ''] = /^([0-9a-f:.]{2,45})\/(\d{1,3})$/i.exec(text) ?? []
  const family = isIP(address)
  if (family === 0) return null
  const [widest, narrowest] = family === 4 ? [8, 32] : [32, 128]
  const prefix = Number(length)
  return prefix < widest || prefix > narrowest ? null : { address, prefix, family: family === 4 ? 'ipv4' : 'ipv6' }
}

type Family = Network['family']
type Lists = Readonly<Record<Family, BlockList>>

const familyOf = (address: string): Family => (isIP(address) === 4 ? 'ipv4' : 'ipv6')

/** One list a family: in a list of both, the range of mapped addresses would cover every IPv4 address. */
function listOf(networks: readonly Network[]): Lists {
  const lists = { ipv4: new BlockList(), ipv6: new BlockList() }
  for (const { address, prefix, family } of networks) lists[family].addSubnet(address, prefix, family)
  return lists
}

function constant(texts: readonly string[]): Lists {
  return listOf(
    texts.map((text) => {
      const [address = '', prefix] = text.split('/')
      return { address, prefix: Number(prefix), family: familyOf(address) }
    }),
  )
}

const never = constant(NEVER)
const notPublic = constant(NOT_PUBLIC)
const loopback = constant(LOOPBACK)
const globalV6 = constant(GLOBAL_V6)

function isIn(lists: Lists, address: string): boolean {
  const family = familyOf(address)
  return lists[family].check(address, family)
}

export function isLoopback(address: string): boolean {
  return isIP(address) !== 0 && !address.includes('%') && isIn(loopback, address)
}

/** Whether a network lies, in part or whole, where nothing may be connected to. */
export function touchesNever({ address }: Network): boolean {
  return isIn(never, address)
}

export type AddressJudge = (address: string) => boolean

/** Which addresses a host's name may lead to: any on the internet, or only those in the networks that were stated. */
export function judgeOf(networks: readonly Network[] | null): AddressJudge {
  const stated = networks === null ? null : listOf(networks)
  return (address) => {
    if (isIP(address) === 0 || address.includes('%') || isIn(never, address)) return false
    if (stated !== null) return isIn(stated, address)
    return !isIn(notPublic, address) && (isIP(address) === 4 || isIn(globalV6, address))
  }
}
