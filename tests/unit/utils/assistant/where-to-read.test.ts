import { expect, it } from 'vitest'
import { GROUP_NAMES, keysOfGroup } from '#utils/domain/fact-catalogue.ts'
import { whereToRead } from '#utils/assistant/where-to-read.ts'

it('knows a screen for every group of facts but the session', () => {
  const without = GROUP_NAMES.filter((group) => whereToRead(keysOfGroup(group)) === null)
  expect(without).toEqual(['session'])
})

it('names the screen of the first fact that has one', () => {
  expect(whereToRead(['session.role', 'sick.firstDay', 'note.body'])).toEqual({ label: 'Åbn Sygedagpenge', link: 'sickness' })
  expect(whereToRead([])).toBeNull()
})
