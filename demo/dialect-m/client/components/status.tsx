import { cx } from '../cx.ts'

const DOTS: Readonly<Record<string, 'dotOk' | 'dotPlanned' | 'dotBad'>> = {
  Igangværende: 'dotOk',
  Planlagt: 'dotPlanned',
  Afbrudt: 'dotBad',
}

/** A status that is told by colour alone; the words stand in the tooltip. */
export function StatusDot({ status }: { status: string }) {
  return <span className={cx('dot', DOTS[status])} role="img" title={status} />
}

const CHIPS: Readonly<Record<string, 'chipOk' | 'chipWarn' | 'chipBad'>> = {
  Afholdt: 'chipOk',
  Aktiv: 'chipOk',
  Gennemført: 'chipOk',
  'Godkendt af borger': 'chipOk',
  Klar: 'chipOk',
  Udeblevet: 'chipBad',
  Aflyst: 'chipWarn',
  Fravalgt: 'chipWarn',
  Passiv: 'chipWarn',
  Kladde: 'chipWarn',
  'I gang': 'chipWarn',
}

export function StatusChip({ status }: { status: string }) {
  return <span className={cx('MuiChip-root', 'chip', CHIPS[status])}>{status}</span>
}
