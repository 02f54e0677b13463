import { useState } from 'react'
import { ask, settle, traffic } from '../api.ts'
import { Button } from '../components/button.tsx'
import { SelectField } from '../components/form.tsx'
import { Failed } from '../components/states.tsx'
import { cx } from '../cx.ts'

const ROLES = ['Sagsbehandler', 'Mødeleder/visitator', 'Teamleder', 'Jobkonsulent', 'Administrativ (aktindsigt)', 'Læseadgang']
const UNITS = [
  'Jobcenter København – CBA',
  'Jobcenter København – UNG',
  'Jobcenter København – CF',
  'Jobcenter København – JKA',
  'Jobcenter København – CAB',
]

/** Choice of municipality, role and unit. There is no password: everybody here is invented. */
export function Login({ onSignedIn }: { onSignedIn: () => void }) {
  const [choice, setChoice] = useState({ municipality: 'Københavns Kommune', role: ROLES[0] ?? '', unit: UNITS[0] ?? '' })
  const [failed, setFailed] = useState(false)
  const signIn = () => {
    void settle(
      ask('/api/login', { body: choice }),
      () => {
        traffic.signedIn()
        onSignedIn()
      },
      () => setFailed(true),
    )
  }
  return (
    <section aria-label="Log på" className={cx('card', 'centre')}>
      <h1 className={cx('screenTitle')}>Log på Sagsbord</h1>
      {failed && <Failed status={500} retry={signIn} />}
      <SelectField
        label="Vælg kommune"
        name="municipality"
        value={choice.municipality}
        options={['Københavns Kommune']}
        onChange={(municipality) => setChoice({ ...choice, municipality })}
      />
      <SelectField label="Vælg rolle" name="role" value={choice.role} options={ROLES} onChange={(role) => setChoice({ ...choice, role })} />
      <SelectField label="Enhed" name="unit" value={choice.unit} options={UNITS} onChange={(unit) => setChoice({ ...choice, unit })} />
      <Button look="primary" onClick={signIn}>
        OK
      </Button>
    </section>
  )
}
