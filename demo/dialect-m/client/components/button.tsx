import type { ButtonHTMLAttributes } from 'react'
import { cx } from '../cx.ts'

type Props = ButtonHTMLAttributes<HTMLButtonElement> & { readonly look?: 'plain' | 'primary' | 'text' | 'icon' }

const LOOKS = {
  plain: cx('MuiButton-root', 'button'),
  primary: cx('MuiButton-root', 'button', 'primary'),
  text: cx('textButton'),
  icon: cx('MuiIconButton-root', 'iconButton'),
}

/** Every button of the system carries the same test id, as in systems where the id belongs to the shared component. */
export function Button({ look = 'plain', type = 'button', ...rest }: Props) {
  return <button {...rest} type={type} className={LOOKS[look]} data-testid="button" />
}
