import { expect, it } from 'vitest'
import { keepEarlySetup, takeEarlySetup } from '#utils/case-session/early-setup.ts'
import type { ReaderSetup } from '#utils/case-session/reader-setup.ts'

const OFF: ReaderSetup = { kind: 'off', code: 'page-unknown' }

it('what was asked ahead is handed over once: later, settings may have changed', async () => {
  keepEarlySetup(Promise.resolve(OFF))
  expect(await takeEarlySetup()).toBe(OFF)
  expect(takeEarlySetup()).toBeNull()
})

it('a question that failed is met by whoever takes it', async () => {
  keepEarlySetup(Promise.reject(new Error('gone')))
  await Promise.resolve()
  await expect(takeEarlySetup()).rejects.toThrow('gone')
})
