import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { read, trackedFiles } from './tracked-files.ts'

it('leads nowhere with no link of the guides: every picture and page is there', () => {
  const guides = trackedFiles(/\.md$/)
  expect(guides).toContain('README.md')
  const dead = guides.flatMap((file) =>
    [...read(file).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !/^[a-z]+:/.test(target) && !existsSync(path.join(path.dirname(file), target)))
      .map((target) => `${file}: ${target}`),
  )
  expect(dead).toEqual([])
})
