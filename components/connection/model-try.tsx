import { useEffect, useRef, useState } from 'react'
import type { AnswerEnd } from '#utils/domain/answer-end.ts'
import { Button } from '#components/ui/button.tsx'
import { ErrorNotice, Notice } from '#components/ui/notice.tsx'
import './connection.css'

/** Asks something that has nothing to do with any case. */
export type TryModel = (listener: { readonly signal: AbortSignal; readonly onText: (text: string) => void }) => Promise<AnswerEnd>

type Trial = { readonly kind: 'idle' } | { readonly kind: 'asking' } | { readonly kind: 'ended'; readonly end: AnswerEnd }

/** For IT: one question to the model, with the answer as it comes and how it ended. */
export function ModelTry({ ask }: { readonly ask: TryModel }) {
  const [trial, setTrial] = useState<Trial>({ kind: 'idle' })
  const [text, setText] = useState('')
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])
  const follow = async (signal: AbortSignal) => {
    const end = await ask({ signal, onText: (piece) => setText((before) => before + piece) })
    if (end.state === 'error' && end.withdrawn) setText('')
    setTrial({ kind: 'ended', end })
  }
  const start = () => {
    const controller = new AbortController()
    running.current = controller
    setText('')
    setTrial({ kind: 'asking' })
    void follow(controller.signal)
  }
  return (
    <div className="sh-model-try">
      {trial.kind === 'asking' ? (
        <Button look="outline" onPress={() => running.current?.abort()}>
          Stop
        </Button>
      ) : (
        <Button look="outline" onPress={start}>
          Prøv sprogmodellen
        </Button>
      )}
      {text !== '' && <output aria-live="polite">{text}</output>}
      {trial.kind === 'ended' && <Ended end={trial.end} />}
    </div>
  )
}

function Ended({ end }: { readonly end: AnswerEnd }) {
  switch (end.state) {
    case 'done':
      return <Notice tone="ok" title={`Svaret er helt. Model: ${end.model}`} />
    case 'aborted':
      return <Notice title="Stoppet. Svaret er ufuldstændigt." />
    case 'error':
      return <ErrorNotice code={end.code} />
  }
}
