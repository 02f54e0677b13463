import { AppError } from '#utils/domain/app-error.ts'
import type { CaseToken } from '#utils/domain/ids.ts'
import { ownExtension } from '#utils/browser/own-extension.ts'
import { answerCalls } from '#utils/messaging/answer.ts'
import type { BackgroundToContent, PanelToContent } from '#utils/messaging/maps.ts'
import { followLinkChoice, showFactChoice } from '#utils/messaging/payloads.ts'
import { extensionPageSender } from '#utils/messaging/sender.ts'
import type { Session } from './session.ts'

interface Page {
  readonly session: () => Session | null
  readonly onSetupChanged: () => void
}

/** Answers the panel and the background in this document. Returns a function that stops it. */
export function answerPage({ session, onSetupChanged }: Page): () => void {
  /** The session, if the case the caller means is still the one that is open. */
  const about = (token: CaseToken): Session => {
    const now = session()
    if (now?.token !== token) throw new AppError('case-gone')
    return now
  }
  const stopPanel = answerCalls<PanelToContent, object>('content', (sender) => extensionPageSender(sender, ownExtension()), {
    showFact: { payload: showFactChoice, run: ({ token, fact }) => about(token).showFact(fact) },
    followLink: { payload: followLinkChoice, run: ({ token, link }) => about(token).followLink(link) },
  })
  // The worker sends with the extension's id and no tab; a content script can never send to another.
  const stopBackground = answerCalls<BackgroundToContent, object>(
    'content',
    ({ id, tab }) => (id === ownExtension().id && !tab ? {} : null),
    {
      setupChanged: { run: onSetupChanged },
      focusBar: { run: () => session()?.focusBar() },
    },
  )
  return () => {
    stopPanel()
    stopBackground()
  }
}
