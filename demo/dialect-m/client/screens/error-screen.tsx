import { Button } from '../components/button.tsx'
import { Link } from '../components/link.tsx'
import { cx } from '../cx.ts'
import { useTitle } from '../use-title.ts'

const TEXTS: Readonly<Record<number, readonly [title: string, text: string]>> = {
  403: [
    'Du har ikke adgang til denne borger',
    'Borgeren har beskyttet adresse eller er i din egen familie. Kontakt din teamleder, hvis du skal bruge sagen.',
  ],
  404: ['Siden findes ikke', 'Adressen er forkert, eller borgeren er ikke oprettet.'],
  423: ['Borgeren er reserveret', 'En kollega arbejder i sagen lige nu. Prøv igen om lidt.'],
}

/** Nothing of a citizen stands here. */
export function ErrorScreen({ status, retry }: { status: number; retry?: () => void }) {
  const [title, text] = TEXTS[status] ?? ['Der opstod en fejl', 'Systemet svarer ikke lige nu. Prøv igen om lidt.']
  useTitle(title)
  return (
    <div role="alert" className={cx('card', 'centre')}>
      <h1 className={cx('screenTitle')}>{title}</h1>
      <p className={cx('lead')}>{text}</p>
      <div className={cx('bar')}>
        {retry && <Button onClick={retry}>Prøv igen</Button>}
        <Link to="/" className={cx('button')}>
          Til forsiden
        </Link>
      </div>
    </div>
  )
}
