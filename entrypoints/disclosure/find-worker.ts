import { FileFinder } from '#utils/disclosure/finding/file-finder.ts'
import { nearDuplicates } from '#utils/disclosure/finding/near-duplicates.ts'
import { findMisfiled } from '#utils/disclosure/misfiled/find-misfiled.ts'
import type { FromFinder, ToFinder } from './worker-messages.ts'

self.addEventListener('message', ({ data: { documents, subject } }: MessageEvent<ToFinder>) => {
  const finder = new FileFinder(subject)
  for (const document of documents) finder.read(document)
  const answer: FromFinder = {
    findings: finder.findings(),
    filing: findMisfiled(documents, subject),
    alike: nearDuplicates(documents),
  }
  self.postMessage(answer, { transfer: [] })
})
