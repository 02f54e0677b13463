import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { EXTENSION } from './support/launch.ts'

const RECOGNISER_KB = 40
const READER_KB = 130

const script = (name: string) => readFileSync(`${EXTENSION}/content-scripts/${name}.js`)
const kilobytes = (name: string) => gzipSync(script(name), { level: 9 }).length / 1024

test(`what every page of the host pays for stays below ${RECOGNISER_KB} kB gzip and carries no schema or view library`, () => {
  expect(kilobytes('case-page')).toBeLessThan(RECOGNISER_KB)
  expect(script('case-page').toString()).not.toMatch(/ZodError|invalid_type|__reactFiber|preact/)
})

test(`the reader stays below ${READER_KB} kB gzip and carries no React and no model client`, () => {
  expect(kilobytes('case-reader')).toBeLessThan(READER_KB)
  expect(script('case-reader').toString()).not.toMatch(/Minified React error|chat\/completions|dangerouslyAllowBrowser/)
})
