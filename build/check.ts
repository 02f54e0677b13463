/** `npm run check`: everything that can be said of the code without running it. */
import { runSteps } from './steps.ts'

runSteps([
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'format', command: ['oxfmt', '--check'] },
  { name: 'import rules', command: ['node', 'build/import-rules.ts'] },
  { name: 'unused files, exports and dependencies', command: ['knip'] },
])
