import { defineBackground } from 'wxt/utils/define-background'
import { answerModel } from './answer-model.ts'
import { answerPages } from './answer-pages.ts'
import { answerPanels } from './answer-panels.ts'
import { followChanges } from './follow-changes.ts'
import { followGuidance } from './follow-guidance.ts'
import { prepareBrowser } from './prepare-browser.ts'

/**
 * The service worker: relays and settings. It may be stopped at any moment, so it keeps nothing in variables; each call
 * reads what it needs.
 */
export default defineBackground({
  type: 'module',
  main: () => {
    prepareBrowser()
    answerPages()
    answerPanels()
    answerModel()
    followChanges()
    followGuidance()
  },
})
