import { ask, settle, traffic } from '../api.ts'
import { cx } from '../cx.ts'
import { Button } from './button.tsx'
import { Modal } from './overlays.tsx'

/** Over what was on screen when the session ended: the stale content stays below it. */
export function ExpiredModal() {
  const signIn = () => {
    void settle(
      ask('/api/login', { body: {} }),
      () => {
        traffic.signedIn()
        window.location.reload()
      },
      () => window.location.assign('/login'),
    )
  }
  return (
    <Modal
      small
      title="Din session er udløbet"
      onClose={() => undefined}
      foot={
        <>
          <span />
          <Button look="primary" onClick={signIn}>
            Log på igen
          </Button>
        </>
      }
    >
      <p className={cx('lead')}>Du har været væk for længe og er logget ud. Det, du ser bag denne besked, kan være forældet.</p>
    </Modal>
  )
}
