import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLoopback, judgeOf, readNetwork } from '#proxy/upstream/addresses.ts'

const network = (text: string) => readNetwork(text) ?? expect.fail(`${text} is a network`)

describe('addresses', () => {
  it.each(['8.8.8.8', '20.50.2.10', '2a01:111:f100::1', '2603:1020::1'])('the internet: %s', (address) => {
    expect(judgeOf(null)(address)).toBe(true)
  })

  it.each([
    '10.1.2.3',
    '127.0.0.1',
    '169.254.169.254',
    '168.63.129.16',
    '::1',
    '::ffff:8.8.8.8',
    'fe80::1',
    'fe80::1%eth0',
    'fd00::1',
    '64:ff9b::1',
    'x',
    '',
  ])('not the internet: %s', (address) => {
    expect(judgeOf(null)(address)).toBe(false)
  })

  it('takes only the networks that were stated', () => {
    const isAllowed = judgeOf([network('10.20.0.0/16'), network('fd12:3456::/32')])
    expect(['10.20.0.1', '10.20.255.255', 'fd12:3456::1'].map(isAllowed)).toEqual([true, true, true])
    expect(['10.21.0.1', '8.8.8.8', 'fd12:3457::1', '::ffff:10.20.0.1'].map(isAllowed)).toEqual([false, false, false, false])
  })

  it('never lets the machine itself or the cloud through, whatever was stated', () => {
    const isAllowed = judgeOf([network('169.0.0.0/8'), network('168.63.0.0/16'), network('127.0.0.0/8')])
    expect(['169.254.169.254', '168.63.129.16', '127.0.0.1'].map(isAllowed)).toEqual([false, false, false])
    expect(isAllowed('169.1.1.1')).toBe(true)
  })

  it.each([
    '10.20.0.0',
    '10.20.0.0/7',
    '10.20.0.0/33',
    '::/0',
    'fd00::/31',
    'fd00::/129',
    '10.20.0.0/8/8',
    'fe80::1%eth0/64',
    'x/8',
    '',
    '/8',
  ])('is no network: %j', (text) => {
    expect(readNetwork(text)).toBeNull()
  })

  it('knows this machine', () => {
    expect(['127.0.0.1', '127.9.9.9', '::1'].every(isLoopback)).toBe(true)
    expect(['128.0.0.1', '::2', 'localhost', '0.0.0.0', '::ffff:127.0.0.1x'].some(isLoopback)).toBe(false)
  })

  it('agrees with arithmetic on every IPv4 address it is asked of', () => {
    const isAllowed = judgeOf([network('10.20.16.0/20')])
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 0, max: 255 }), fc.constantFrom(20, 21), (c, d, b) => {
        expect(isAllowed(`10.${b}.${c}.${d}`)).toBe(b === 20 && c >= 16 && c < 32)
      }),
    )
  })
})
