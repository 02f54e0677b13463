import { useMemo } from 'react'
import { AppError } from '#utils/domain/app-error.ts'
import type { ErrorCode } from '#utils/domain/error-code.ts'
import type { PanelSetup } from '#utils/case-session/panel-setup.ts'
import type { SignInView } from '#utils/case-session/sign-in-view.ts'
import { packSchema } from '#utils/guidance/pack-schema.ts'
import { boardRules } from '#utils/switchboard/board-rules.ts'
import { logLines } from '#utils/switchboard/board-log.ts'
import type { BoardView } from '#utils/switchboard/board-view.ts'
import { useToday } from '#components/ui/use-today.ts'
import { ErrorNotice, Notice } from '#components/ui/notice.tsx'
import type { RuleCheck } from '#components/switchboard/switchboard-events.ts'
import { Switchboard } from '#components/switchboard/switchboard.tsx'
import { useBoard, useBoardChanges } from './use-switchboard.ts'
import { usePreview } from './use-preview.ts'

export interface UnitSwitchboardProps {
  readonly setup: PanelSetup
  readonly view: Extract<SignInView, { kind: 'signed-in' }>
}

/** Who has a board. The proxy says so again at each call. */
export function mayUseBoard({ roles }: UnitSwitchboardProps['view']): boolean {
  return roles.includes('supervisor') || roles.includes('administrator')
}

/** The unit's board, for whoever may switch. */
export function UnitSwitchboard({ setup, view }: UnitSwitchboardProps) {
  const board = useBoard()
  return (
    <section aria-labelledby="options-board">
      <h2 id="options-board">Enhedens regler</h2>
      {board.isPending && <Notice icon="clock" title="Henter tavlen" />}
      {board.isError && <ErrorNotice code={codeOf(board.error)} />}
      {board.data && <Board setup={setup} board={board.data} unitName={view.unit?.name ?? board.data.board.unit} />}
    </section>
  )
}

interface BoardProps {
  readonly setup: PanelSetup
  readonly board: BoardView
  readonly unitName: string
}

function Board({ setup, board: view, unitName }: BoardProps) {
  const today = useToday()
  const { board, counts, log, mayChangeAll, local } = view
  const { busy, error, change, decide, changeLocal } = useBoardChanges(view)
  const { state, preview, previewRule, stopPreview } = usePreview(setup, board)
  const { pack, switches } = setup
  const rules = useMemo(
    () => boardRules({ pack: packSchema.parse(pack), board, counts, switches, today, local: idsOf(local) }),
    [pack, board, counts, switches, today, local],
  )
  const lines = useMemo(
    () => logLines({ entries: log, today, mayChangeAll, locked: board.cannotBeSwitchedOff }),
    [log, today, mayChangeAll, board],
  )
  return (
    <Switchboard
      view={view}
      unitName={unitName}
      rules={rules}
      log={lines}
      today={today}
      busy={busy}
      failure={error ? codeOf(error) : null}
      preview={state}
      on={{ preview, previewRule, stopPreview, change, decide, changeLocal, checkRule: (text) => checkRule(text, pack, local) }}
    />
  )
}

const idsOf = ({ pack }: BoardView['local']): ReadonlySet<string> => new Set(pack?.rules.map(({ id }) => id))

/** With the parser that the pack is built with; it is loaded when somebody needs it. */
async function checkRule(text: string, pack: unknown, local: BoardView['local']): Promise<RuleCheck> {
  const { checkOneRule } = await import('#build/check-one-rule.ts')
  const own = idsOf(local)
  return checkOneRule(
    text,
    new Set(
      packSchema
        .parse(pack)
        .rules.map(({ id }) => String(id))
        .filter((id) => !own.has(id)),
    ),
  )
}

function codeOf(error: unknown): ErrorCode {
  return error instanceof AppError ? error.code : 'unexpected'
}
