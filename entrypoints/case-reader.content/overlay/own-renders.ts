import { options } from 'preact'

/** The points of a rendering, by the names they have in Preact's build; its developer tools hold on to the same. */
interface Hooks {
  __b?: (...of: readonly unknown[]) => void
  __c?: (...of: readonly unknown[]) => void
}

interface Renders {
  /** Right before the first change of a rendering. */
  before(): void
  /** Right after its last. */
  after(): void
}

/** Tells when our own components change the document, so that what others change can be told apart. */
export function onOwnRenders({ before, after }: Renders): void {
  const hooks = options as Hooks
  const { __b: diff, __c: commit } = hooks
  let rendering = false
  // oxlint-disable-next-line no-underscore-dangle -- Preact's own names.
  hooks.__b = (...of) => {
    if (!rendering) before()
    rendering = true
    diff?.(...of)
  }
  // oxlint-disable-next-line no-underscore-dangle -- as above
  hooks.__c = (...of) => {
    commit?.(...of)
    after()
    rendering = false
  }
}
