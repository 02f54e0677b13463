import { useEffect, type ReactNode } from 'react'
import type { HeadAnswer } from '#demo/server/api.ts'
import { CitizenHeader } from '../components/citizen-header.tsx'
import { CITIZEN_SCREENS, CitizenMenu } from '../components/citizen-menu.tsx'
import { Icon } from '../components/icon.tsx'
import { Skeleton } from '../components/states.tsx'
import { cx } from '../cx.ts'
import { rememberCitizen } from '../recent.ts'
import type { CitizenRoute } from '../router.ts'
import { HeadContext, useSession } from '../session.ts'
import { useResource } from '../use-resource.ts'
import { useTitle } from '../use-title.ts'
import { shownCpr } from '../words.ts'
import { Access } from './access.tsx'
import { Benefits } from './benefits.tsx'
import { Cases } from './cases.tsx'
import { Contact } from './contact.tsx'
import { Decisions } from './decisions.tsx'
import { ErrorScreen } from './error-screen.tsx'
import { Journal } from './journal.tsx'
import { MyPlan } from './my-plan.tsx'
import { Offers } from './offers.tsx'
import { Overview } from './overview.tsx'
import { PrepPlan } from './prep-plan.tsx'
import { Relations } from './relations.tsx'
import { Sickness } from './sickness.tsx'
import { Tasks } from './tasks.tsx'

/** A screen of one citizen, below the citizen's header. Panels keep their place when the citizen changes. */
export function Citizen({ route }: { route: CitizenRoute }) {
  const { guid, screen } = route
  const head = useResource<HeadAnswer>(`/api/case/${guid}/head`, { fresh: true })
  useCitizenTitle(head.data, screen)
  if (head.failed !== null) return <ErrorScreen status={head.failed} retry={head.reload} />
  return (
    <>
      {head.data?.reservedBy && (
        <div role="status" className={cx('MuiAlert-root', 'notice', 'noticeWarn')}>
          <Icon name="triangle-exclamation" />
          {`Borgeren er reserveret af ${head.data.reservedBy}. Aftal med din kollega, før du gemmer.`}
        </div>
      )}
      {head.data ? <CitizenHeader head={head.data} /> : <Skeleton lines={4} />}
      <div className={cx('columns')}>
        <CitizenMenu guid={guid} screen={screen} />
        <div className={cx('layout__content')}>
          <HeadContext value={head.data}>{screenOf(route)}</HeadContext>
        </div>
      </div>
    </>
  )
}

const SCREENS: Readonly<Record<string, (route: CitizenRoute) => ReactNode>> = {
  overblik: ({ guid }) => <Overview guid={guid} />,
  stamdata: ({ guid }) => <Relations guid={guid} />,
  sager: ({ guid }) => <Cases guid={guid} />,
  kontaktforloeb: ({ guid, rest }) => <Contact guid={guid} booking={rest[0] === 'samtale'} />,
  journal: ({ guid, rest }) => <Journal guid={guid} rest={rest} />,
  minplan: ({ guid }) => <MyPlan guid={guid} />,
  indsatser: ({ guid, rest }) => <Offers guid={guid} granting={rest[0] === 'bevilling'} />,
  sygedagpenge: ({ guid }) => <Sickness guid={guid} />,
  afklaring: ({ guid }) => <PrepPlan guid={guid} />,
  afgoerelser: ({ guid, rest }) => <Decisions guid={guid} hearing={rest[0] === 'partshoering'} />,
  opgaver: ({ guid }) => <Tasks guid={guid} />,
  aktindsigt: ({ guid }) => <Access guid={guid} />,
  ydelser: ({ guid }) => <Benefits guid={guid} />,
}

function screenOf(route: CitizenRoute): ReactNode {
  const screen = Object.hasOwn(SCREENS, route.screen) ? SCREENS[route.screen] : undefined
  return screen ? screen(route) : <ErrorScreen status={404} />
}

function useCitizenTitle(head: HeadAnswer | null, screen: string): void {
  const { steering } = useSession()
  const name = head ? String(head.facts['citizen.name'] ?? '') : null
  const cpr = head ? shownCpr(String(head.facts['citizen.cpr'] ?? ''), steering.maskCpr) : ''
  const guid = head?.guid
  useEffect(() => {
    if (name !== null && guid) rememberCitizen({ guid, name, cpr })
  }, [guid, name, cpr])
  const screenName = CITIZEN_SCREENS.find(([route]) => route === screen)?.[1] ?? 'Borger'
  useTitle(name === null ? null : `${name} – ${screenName}`)
}
