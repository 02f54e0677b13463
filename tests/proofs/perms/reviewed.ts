import type { ReviewedPlace, ReviewedUrl } from './reviewed-place.ts'
import { WORKBENCH_PLACES, WORKBENCH_URLS } from './reviewed-workbench.ts'

export const REVIEWED_PLACES: readonly ReviewedPlace[] = [
  ...WORKBENCH_PLACES,
  {
    name: 'request traffic',
    files: /\.js$/,
    near: /webRequest:\{handlerBehaviorChanged:\{minArgs:0/,
    why: 'webextension-polyfill lists the signature of every browser API; the permission is not asked for, so the API is not there',
  },
  {
    name: 'outside messages',
    files: /\.js$/,
    near: /runtime:\{onMessage:[\w$]+\([\w$]+\),onMessageExternal:[\w$]+\([\w$]+\)/,
    why: 'webextension-polyfill wraps the event lazily; nothing of ours adds a listener to it, and no page or extension is named in the manifest',
  },
  {
    name: 'page messages',
    files: /content-scripts\/.*\.js$/,
    near: /noScriptStartedPostMessage\s*\|\|\s*window\.postMessage/,
    why: 'wxt tells other copies of a content script that a newer one is here; both of ours switch it off with noScriptStartedPostMessage',
  },
  {
    name: 'code from text',
    files: /\.js$/,
    near: /Cloudflare`?\)\)return!1;try\{return (?:new )?Function\(``\)/,
    why: 'zod asks once whether it may compile schemas; jitless is set before the first schema, so it does not ask (seen at run time by this proof)',
  },
  {
    name: 'authorization header',
    files: /background.*\.js$|chunks\/.*\.js$/,
    near: /./,
    why: 'the openai client writes the header of its own requests to the proxy; no content script holds it, and the API that could read traffic is not there',
  },
  {
    name: 'page messages',
    files: /\.js$/,
    near: /MessageChannel;?.{0,60}port1\.|port1\.(?:onmessage|addEventListener)/,
    why: 'React, and the reader between two slices of work, yield over a channel with themselves; no other end exists',
  },
]

export const REVIEWED_URLS: readonly ReviewedUrl[] = [
  ...WORKBENCH_URLS,
  {
    origin: /^(?:http:\/\/(?:\*\.)?localhost(?::\d+)?|http:\/\/127\.0\.0\.1(?::\d+)?|https:\/\/\*\.schultzfasit\.dk)$/,
    files: /\.js$/,
    why: 'host patterns of the built-in site profiles: compared with the open page, never asked for anything',
  },
  { origin: /^http:\/\/www\.w3\.org$/, files: /\.(?:js|svg|html)$/, why: 'names of XML namespaces; never fetched' },
  { origin: /^https:\/\/react\.dev$/, files: /\.js$/, why: 'React puts the address of its error list into messages' },
  { origin: /^https?:\/\/json-schema\.org$/, files: /\.js$/, why: 'names of JSON Schema dialects in zod; never fetched' },
  {
    origin: /^https:\/\/(?:\*\.example\.dk|kommune\.eksempel\.dk)$/,
    files: /\.(?:js|json)$/,
    why: 'example in the help text of a policy key or of the profile schema',
  },
  { origin: /^https:\/\/redacted\.invalid$/, files: /\.js$/, why: 'openai writes it in place of an address in its own error texts' },
  {
    origin: /^https:\/\/(?:[a-z]{2}\.)?(?:mtls\.)?api\.openai\.com$/,
    files: /\.js$/,
    why: 'default address of the openai client; ours always gives the proxy, and the CSP allows no other',
  },
  {
    origin: /^https:\/\/(?:auth|help)\.openai\.com$/,
    files: /\.js$/,
    why: 'openai: sign-in of another kind and a help text; the CSP allows no connection',
  },
  { origin: /^https:\/\/docs\.expo\.dev$/, files: /\.js$/, why: 'openai: help text for another platform' },
]
