import { FileFinder } from '#utils/disclosure/finding/file-finder.ts'
import type { FromFinder, ToFinder } from './worker-messages.ts'

self.addEventListener('message', ({ data: { documents, subject } }: MessageEvent<ToFinder>) => {
  const finder = new FileFinder(subject)
  for (const document of documents) finder.read(document)
  const answer: FromFinder = { findings: finder.findings() }
  self.postMessage(answer, { transfer: [] })
})
