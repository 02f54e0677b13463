import { useState } from 'react'
import { cx } from '../cx.ts'
import { recentCitizens } from '../recent.ts'
import { usePlace } from '../router.ts'
import { useSession } from '../session.ts'
import { shown } from '../words.ts'
import { Icon } from './icon.tsx'
import { Link } from './link.tsx'
import { SearchPanel } from './search-panel.tsx'

const PLACES = [
  ['/', 'Forside'],
  ['/lister/mine-borgere', 'Mine borgere'],
  ['/opgaver', 'Opgaver'],
  ['/aktindsigt', 'Aktindsigt'],
] as const

export function AppHeader() {
  const { path } = usePlace()
  return (
    <div className={cx('layout__app-header', 'appHeader')}>
      <Link to="/" className={cx('brand')}>
        <span className={cx('brandMark')} />
        Sagsbord
      </Link>
      <nav aria-label="Hovedmenu" className={cx('topNav')}>
        {PLACES.map(([to, name]) => (
          <Link key={to} to={to} className={cx('topLink')} current={path === to}>
            {name}
          </Link>
        ))}
      </nav>
      <span className={cx('topSpace')} />
      <Search />
      <Recent />
      <User />
    </div>
  )
}

function Search() {
  const [open, setOpen] = useState(false)
  return (
    <div className={cx('popAnchor')}>
      <button type="button" className={cx('topButton')} data-testid="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name="magnifying-glass" size={16} />
        Søg
      </button>
      {open && <SearchPanel onClose={() => setOpen(false)} />}
    </div>
  )
}

/** Citizens seen in this tab. Choosing one changes the citizen without a document load. */
function Recent() {
  const [open, setOpen] = useState(false)
  const citizens = recentCitizens()
  return (
    <div className={cx('popAnchor')}>
      <button type="button" className={cx('topButton')} data-testid="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name="clock" size={16} />
        Seneste
      </button>
      {open && (
        <div className={cx('menuPop')}>
          {citizens.length === 0 && <p className={cx('empty')}>Ingen borgere åbnet endnu.</p>}
          {citizens.map(({ guid, name, cpr }) => (
            <Link
              key={guid}
              to={`/borger/${guid}/overblik`}
              className={cx('menuRow')}
              onFollow={() => setOpen(false)}
            >{`${name} (${cpr})`}</Link>
          ))}
        </div>
      )}
    </div>
  )
}

function User() {
  const { facts, steering } = useSession()
  const value = (key: 'session.userName' | 'session.role' | 'session.unit' | 'session.municipality' | 'session.env') =>
    shown(key, facts[key], steering)
  return (
    <div className={cx('user')} role="group" aria-label="Bruger">
      <b title="Bruger">{value('session.userName')}</b>
      <span title="Rolle">{value('session.role')}</span>
      {' · '}
      <span title="Enhed">{value('session.unit')}</span>
      {' · '}
      <span title="Kommune">{value('session.municipality')}</span>
      {' · '}
      <span title="Miljø">{value('session.env')}</span>
    </div>
  )
}
