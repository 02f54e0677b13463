import type { ReviewedPlace, ReviewedUrl } from './reviewed-place.ts'

/**
 * What the libraries that read and redact documents bring along. They run in the workbench's own page and workers only, never
 * in a page of the case system; `script-src 'self'` and Trusted Types hold there as everywhere.
 */
const WORKBENCH =
  /^(?:chunks\/disclosure|assets\/(?:read|find|export)-worker|assets\/pdf\.worker\.min|letters\/worker\.min|letters-worker)\.m?js$/

export const WORKBENCH_PLACES: readonly ReviewedPlace[] = [
  {
    name: 'request traffic',
    files: WORKBENCH,
    near: /onHeadersReceived[:&)(.?]/,
    why: 'PDF.js calls its own callback so: it is told when a file it was to fetch begins; ours gives it bytes, and the browser API of the name is not asked for',
  },
  {
    name: 'page messages',
    files: WORKBENCH,
    near: /postMessage|addEventListener\([`"']message|onmessage/,
    why: 'a worker and the page that started it talk over the worker’s own channel; none of these files runs where another origin can write to it',
  },
  {
    name: 'code from text',
    files: WORKBENCH,
    near: /return this|regeneratorRuntime = r|WebAssembly\.Function/,
    why: 'core-js, regenerator and webpack ask for the global object so where globalThis is missing, Emscripten for WebAssembly.Function; the CSP forbids the first, and none is reached',
  },
  {
    name: 'code from elsewhere',
    files: WORKBENCH,
    near: /importScripts/,
    why: 'tesseract.js loads its core; ours gives it files of the extension (workerBlobURL false), and script-src allows no other',
  },
  {
    name: 'cookies and other stores',
    files: /^letters\/worker\.min\.js$/,
    near: /indexedDB\.open\(t\)/,
    why: 'tesseract.js may keep its language data; ours says cacheMethod none, and what it would keep is public',
  },
  {
    name: 'source maps',
    files: /^letters\/worker\.min\.js$/,
    near: /sourceMappingURL=worker\.min\.js\.map/,
    why: 'shipped as published; the map is not in the package, so there is nothing to find',
  },
]

export const WORKBENCH_URLS: readonly ReviewedUrl[] = [
  {
    origin: /^https:\/\/cdn\.jsdelivr\.net$/,
    files: WORKBENCH,
    why: 'where tesseract.js would look by default; ours gives it files of the extension, and the CSP allows no connection there',
  },
  {
    origin: /^https:\/\/(?:github\.com|opencollective\.com|emscripten\.org)$/,
    files: WORKBENCH,
    why: 'licences, help texts and package data of libraries; never fetched',
  },
  {
    origin: /^http:\/\/(?:ns\.adobe\.com|www\.xfa\.org|www\.apache\.org|www\.w3\.org)$/,
    files: WORKBENCH,
    why: 'names of XML namespaces in PDF.js, and its licence; never fetched',
  },
  {
    origin: /^(?:https:\/\/(?:a|x|foo\.bar)|http:\/\/example\.com)$/,
    files: WORKBENCH,
    why: 'core-js and PDF.js try the browser’s URL class on them; never fetched',
  },
]
