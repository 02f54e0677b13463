import { expect, test } from 'vitest'
import { checkSources, packOf, samplesOf } from '#build/author/check-sources.ts'
import { readRuleFolder } from '#build/author/read-folder.ts'
import { RULES_FOLDER } from '#build/rule-pack.ts'
import { coverageOf, isCovered } from '#utils/guidance/authoring/coverage.ts'
import { isRemark, problemLine } from '#utils/guidance/authoring/problem.ts'
import { ruleBook } from '#utils/guidance/authoring/rule-book.ts'

const { meta, files } = readRuleFolder(RULES_FOLDER)
const { problems, compiled } = await checkSources(files, { lawOn: meta.lawOn, today: meta.lawOn })

test('the pack of the repository has no fault that its author could be told of', () => {
  expect(problems.filter((problem) => !isRemark(problem)).map(problemLine)).toEqual([])
  expect(compiled).toHaveLength(files.length)
})

test('each condition of each rule comes out both ways in its examples', () => {
  const conditions = compiled.flatMap(({ source, rule }) => {
    const pack = packOf(rule)
    return pack.rules.flatMap((loaded) => coverageOf(pack, loaded, samplesOf(source)))
  })
  expect(conditions.length).toBeGreaterThan(100)
  expect(conditions.filter((condition) => !isCovered(condition))).toEqual([])
})

test('each rule is in the book', () => {
  const book = ruleBook({ ...meta, rules: compiled.map(({ rule }) => rule) }, meta.lawOn)
  expect(files.filter(({ name }) => !book.includes(`<section id="${name}">`))).toEqual([])
})
