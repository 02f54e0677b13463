import { useState } from 'react'
import type { HeadAnswer } from '#demo/server/api.ts'
import type { SingleKey } from '#utils/domain/fact-catalogue.ts'
import { cx } from '../cx.ts'
import { useSession } from '../session.ts'
import { labelOf, shown, shownCpr } from '../words.ts'
import { Button } from './button.tsx'
import { Pair, utcOf } from './fields.tsx'
import { Icon, type IconName } from './icon.tsx'
import { Link } from './link.tsx'

const PAIRS: readonly SingleKey[] = [
  'citizen.protectedAddress',
  'citizen.digitalPost',
  'citizen.interpreter',
  'citizen.guardian',
  'citizen.representative',
  'case.caseworker',
  'case.team',
]
const WITH_ICON: readonly (readonly [SingleKey, IconName])[] = [
  ['citizen.address', 'location-dot'],
  ['citizen.phone', 'phone'],
  ['citizen.email', 'envelope'],
]
const CASE_LINE: readonly SingleKey[] = ['case.number', 'case.type', 'case.targetGroup', 'case.benefit', 'case.status', 'case.start']

/** Who the citizen is: stands above every screen of the citizen, with the open case below it. */
export function CitizenHeader({ head }: { head: HeadAnswer }) {
  const { facts } = head
  const isProtected = facts['citizen.protectedAddress'] === true
  return (
    <header aria-label="Borger">
      <div className={cx('MuiPaper-root', 'citizenHeader')}>
        <div className={cx('nameLine')}>
          <Name head={head} />
          {isProtected && (
            <span className={cx('MuiChip-root', 'chip', 'chipBad')}>
              <Icon name="shield" size={14} />
              Navne- og adressebeskyttelse
            </span>
          )}
        </div>
        <HeaderFacts head={head} />
      </div>
      <CaseLine head={head} />
    </header>
  )
}

function Name({ head: { facts, guid } }: { head: HeadAnswer }) {
  const { steering } = useSession()
  const [revealed, setRevealed] = useState<string | null>(null)
  const masked = steering.maskCpr && revealed !== guid
  const text = `${shown('citizen.name', facts['citizen.name'], steering)} (${shownCpr(String(facts['citizen.cpr'] ?? ''), masked)})`
  return (
    <>
      {steering.preview ? <h3 className={cx('citizenName')}>{text}</h3> : <h1 className={cx('citizenName')}>{text}</h1>}
      {masked && (
        <Button look="text" onClick={() => setRevealed(guid)}>
          Vis
        </Button>
      )}
    </>
  )
}

function HeaderFacts({ head: { facts } }: { head: HeadAnswer }) {
  const { steering } = useSession()
  const age = facts['citizen.age']
  return (
    <div className={cx('headerFacts')}>
      {age !== undefined && (
        <Pair label={labelOf('citizen.age', steering.labels)}>{age === null ? '' : `${shown('citizen.age', age, steering)} år`}</Pair>
      )}
      {WITH_ICON.filter(([key]) => facts[key] !== undefined).map(([key, icon]) => (
        <div key={key} role="group" aria-label={labelOf(key, steering.labels)} className={cx('iconLine')}>
          <Icon name={icon} size={16} />
          <span>{shown(key, facts[key], steering)}</span>
        </div>
      ))}
      {PAIRS.filter((key) => facts[key] !== undefined).map((key) => (
        <Pair key={key} label={labelOf(key, steering.labels)}>
          {shown(key, facts[key], steering)}
        </Pair>
      ))}
    </div>
  )
}

function CaseLine({ head: { facts, guid, caseGuid } }: { head: HeadAnswer }) {
  const { steering } = useSession()
  return (
    <section aria-label="Sag" className={cx('caseLine')}>
      {CASE_LINE.filter((key) => facts[key] !== undefined).map((key) => {
        const text = shown(key, facts[key], steering)
        return (
          <div key={key} className={cx('casePair')}>
            <span>{labelOf(key, steering.labels)}</span>
            <span data-date={utcOf(key, facts[key])}>
              {key === 'case.number' ? <Link to={`/borger/${guid}/sager?sag=${caseGuid}`}>{text}</Link> : text}
            </span>
          </div>
        )
      })}
    </section>
  )
}
