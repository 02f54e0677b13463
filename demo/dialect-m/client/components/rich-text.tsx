import { Fragment } from 'react'
import { cx } from '../cx.ts'

/** The mark that the data has where the host would put a `<wbr>`. */
export const BREAK = '\uE000'

/** Plain text as paragraphs and lines. Whatever looks like markup in it stays text. */
export function RichText({ text }: { text: string }) {
  return (
    <div className={cx('prose')}>
      {text.split(/\n{2,}/).map((paragraph, index) => (
        <p key={index}>
          <Lines text={paragraph} />
        </p>
      ))}
    </div>
  )
}

function Lines({ text }: { text: string }) {
  return text.split('\n').map((line, index) => (
    <Fragment key={index}>
      {index > 0 && <br />}
      {line.split(BREAK).map((piece, at) => (
        <Fragment key={at}>
          {at > 0 && <wbr />}
          {piece}
        </Fragment>
      ))}
    </Fragment>
  ))
}
