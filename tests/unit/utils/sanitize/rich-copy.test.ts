import { describe, expect, it } from 'vitest'
import { linesToHtml } from '#utils/sanitize/rich-copy.ts'

describe('text as HTML for the clipboard', () => {
  it('keeps lists and paragraphs', () => {
    expect(linesToHtml('Frist\n- lørdag\n  - søndag\n\nSlut')).toBe('<p>Frist</p><ul><li>lørdag</li><li>søndag</li></ul><p>Slut</p>')
  })

  it('keeps what looks like HTML as text', () => {
    expect(linesToHtml(`- <img src=x onerror="a('b')">&`)).toBe(
      '<ul><li>&lt;img src=x onerror=&quot;a(&#39;b&#39;)&quot;&gt;&amp;</li></ul>',
    )
  })
})
