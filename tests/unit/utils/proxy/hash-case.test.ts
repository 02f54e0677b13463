import { createHmac, randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { hashCase, hashEntry } from '#utils/proxy/hash-case.ts'

const key = randomBytes(32)
const pseudonyms = { municipality: '101', pseudonym: { keyId: 'k', key: key.toString('base64url') } }

it('hashes a case as anybody with the key can check by hand', async () => {
  expect(await hashCase('S-1', pseudonyms)).toBe(createHmac('sha256', key).update('101\nS-1').digest('hex'))
  expect(await hashCase('S-1', { ...pseudonyms, municipality: '102' })).not.toBe(await hashCase('S-1', pseudonyms))
})

it('hashes an entry to its first 128 bits', async () => {
  expect(await hashEntry('N-1', pseudonyms)).toBe(createHmac('sha256', key).update('N-1').digest('hex').slice(0, 32))
})

it('takes no key of another length', async () => {
  const short = { ...pseudonyms, pseudonym: { keyId: 'k', key: 'AA' } }
  await expect(hashCase('S-1', short)).rejects.toMatchObject({ code: 'proxy-away' })
})
