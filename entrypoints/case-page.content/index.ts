import { defineContentScript } from 'wxt/utils/define-content-script'
import { startRecogniser } from './recogniser.ts'

/**
 * In every page of the case system: small, and able to do one thing, tell whether the page shows one citizen's case.
 * Where it runs (`matches`) is the customer's and comes from the build.
 */
export default defineContentScript({
  matches: [],
  // At once, so that the reader is fetched while the page still loads.
  runAt: 'document_start',
  allFrames: false,
  // The framework would otherwise tell the page that we are here.
  noScriptStartedPostMessage: true,
  main: () => startRecogniser(window),
})
