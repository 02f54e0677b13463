import { expect, it } from 'vitest'
import { day } from '#utils/domain/calendar-day.ts'
import { mayChangeOn, versionOn } from '#utils/guidance/version-on.ts'
import type { PackVersion } from '#utils/guidance/pack-schema.ts'

const version = (from: string, status: PackVersion['status']) => ({ from: day(from), status }) as PackVersion
const VERSIONS = [version('2020-01-01', 'in-force'), version('2026-07-01', 'in-force'), version('2027-01-01', 'draft')]

it('shows the newest law of the day, and no draft', () => {
  expect(versionOn(VERSIONS, day('2026-06-30'))?.from).toBe('2020-01-01')
  expect(versionOn(VERSIONS, day('2026-07-01'))?.from).toBe('2026-07-01')
  expect(versionOn(VERSIONS, day('2027-02-01'))?.from).toBe('2026-07-01')
})

it('shows the first of a rule that has not begun', () => {
  expect(versionOn(VERSIONS, day('2019-01-01'))?.from).toBe('2020-01-01')
  expect(versionOn([version('2027-01-01', 'draft')], day('2026-11-24'))).toBeNull()
})

it('tells of a draft until its day has come', () => {
  expect(mayChangeOn(VERSIONS, day('2026-12-31'))).toBe('2027-01-01')
  expect(mayChangeOn(VERSIONS, day('2027-01-01'))).toBeNull()
})
