import { cx } from '../cx.ts'
import { Link } from './link.tsx'

/** Screens of a citizen, in the order of the menu. */
export const CITIZEN_SCREENS = [
  ['overblik', 'Borgeroverblik'],
  ['stamdata', 'Stamdata'],
  ['sager', 'Sager'],
  ['kontaktforloeb', 'Kontaktforløb'],
  ['journal', 'Journal & Dokumenter'],
  ['minplan', 'Min Plan'],
  ['indsatser', 'Tilbud og aktiviteter'],
  ['sygedagpenge', 'Sygedagpenge'],
  ['afklaring', 'Afklaring'],
  ['afgoerelser', 'Afgørelser'],
  ['opgaver', 'Opgaver'],
  ['aktindsigt', 'Aktindsigt'],
  ['ydelser', 'Ydelser'],
] as const

const STARTS: Readonly<Record<string, string>> = {
  afklaring: 'afklaring/1/plan',
  aktindsigt: 'aktindsigt/1',
  journal: 'journal?side=0&status=aktive',
}

export function CitizenMenu({ guid, screen }: { guid: string; screen: string }) {
  return (
    <nav aria-label="Borger" className={cx('layout__side-menu', 'sideMenu')}>
      {CITIZEN_SCREENS.map(([route, name]) => (
        <Link key={route} to={`/borger/${guid}/${STARTS[route] ?? route}`} className={cx('sideLink')} current={screen === route}>
          {name}
        </Link>
      ))}
    </nav>
  )
}
