import { defineContentScript } from 'wxt/utils/define-content-script'
import { startReader } from './reader.ts'

const RUNNING = Symbol.for('sagshjaelp.reader')

/** Injected into a document that shows a citizen's case, and only there: reads, judges and shows. */
export default defineContentScript({
  matches: [],
  registration: 'runtime',
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main: () => {
    // Two requests may cross, so a document can be given the script twice; it must run once.
    const world = globalThis as { [RUNNING]?: boolean }
    if (world[RUNNING]) return
    world[RUNNING] = true
    startReader(window)
  },
})
