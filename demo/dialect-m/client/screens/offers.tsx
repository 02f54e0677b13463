import { groupLabel } from '#demo/labels.ts'
import type { Cells } from '../columns.tsx'
import { Button } from '../components/button.tsx'
import { GroupGrid, useList } from '../components/group-grid.tsx'
import { ScreenHead } from '../components/screen-head.tsx'
import { StatusDot } from '../components/status.tsx'
import { cx } from '../cx.ts'
import { navigate } from '../router.ts'
import { useSession } from '../session.ts'
import { OfferForm } from './row-forms.tsx'

const CELLS: Cells = {
  'offer.status': (_row, text) => <StatusDot status={text} />,
  'offer.purpose': (_row, text) => <span className={cx('clamp')}>{text}</span>,
}

/** Offers: whether one is planned, under way or over is told by a colour, and its purpose is clamped to two lines. */
export function Offers({ guid, granting }: { guid: string; granting: boolean }) {
  const { steering } = useSession()
  const list = useList(guid, 'offer')
  const close = () => navigate(`/borger/${guid}/indsatser`)
  return (
    <>
      <ScreenHead title={groupLabel('offer', steering.labels)}>
        <Button look="primary" onClick={() => navigate(`/borger/${guid}/indsatser/bevilling`)}>
          Bevilg tilbud
        </Button>
      </ScreenHead>
      <GroupGrid
        list={list}
        label="Tilbud"
        noun="tilbud|tilbud"
        empty="Ingen tilbud."
        keys={[
          'offer.status',
          'offer.type',
          'offer.provider',
          'offer.cvr',
          'offer.pNumber',
          'offer.start',
          'offer.end',
          'offer.hoursPerWeek',
          'offer.vitasId',
          'offer.granted',
          'offer.purpose',
          'offer.inPlan',
          'offer.extensionReason',
        ]}
        cells={CELLS}
      />
      {granting && (
        <OfferForm
          guid={guid}
          onClose={close}
          onSaved={() => {
            close()
            list.reload()
          }}
        />
      )}
    </>
  )
}
