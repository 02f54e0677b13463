import type { ReactNode } from 'react'
import { SearchPanel } from '../components/search-panel.tsx'
import { ScreenHead } from '../components/screen-head.tsx'
import { useTitle } from '../use-title.ts'
import { AllAccess } from './all-access.tsx'
import { AllTasks } from './all-tasks.tsx'
import { Caseload } from './caseload.tsx'
import { ErrorScreen } from './error-screen.tsx'
import { Start } from './start.tsx'

const SCREENS: Readonly<Record<string, () => ReactNode>> = {
  '/': () => <Start />,
  '/soeg': () => <Search />,
  '/lister/mine-borgere': () => <Caseload />,
  '/opgaver': () => <AllTasks />,
  '/aktindsigt': () => <AllAccess />,
  '/fejl': () => <ErrorScreen status={500} />,
}

/** Screens of no citizen or of several. */
export function OtherScreen({ path }: { path: string }) {
  const screen = Object.hasOwn(SCREENS, path) ? SCREENS[path] : undefined
  return screen ? screen() : <ErrorScreen status={404} />
}

function Search() {
  useTitle('Søgning')
  return (
    <>
      <ScreenHead title="Søgning" lead="Søg på navn, CPR-nummer eller team. En borger åbner i en ny fane." />
      <SearchPanel />
    </>
  )
}
