import createDOMPurify, { type Config } from 'dompurify'

const ALLOWED: Config = {
  ALLOWED_TAGS: [
    'h1',
    'h2',
    'h3',
    'p',
    'ul',
    'ol',
    'li',
    'dl',
    'dt',
    'dd',
    'strong',
    'em',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
    'br',
  ],
  ALLOWED_ATTR: [],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
}

/** The one door for HTML: structure without attributes, links, images or styles comes out, whatever went in. */
export function sanitizeHtml(html: string, view: Window & typeof globalThis = window): string {
  // dompurify makes its own Trusted Types policy, named `dompurify`, which the extension's CSP allows.
  return createDOMPurify(view).sanitize(html, ALLOWED)
}
