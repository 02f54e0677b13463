import { describe, expectTypeOf, it } from 'vitest'
import type { CallOf, Client } from '#utils/messaging/client.ts'
import type { PageToBackground, PanelToBackground, PanelToContent, ReaderToBackground } from '#utils/messaging/maps.ts'

describe('a client', () => {
  it('can name the calls of its own side and no other', () => {
    expectTypeOf<CallOf<PageToBackground>>().toEqualTypeOf<'pageSetup' | 'caseRecognised'>()
    const page = null as unknown as Client<PageToBackground>
    const reader = null as unknown as Client<ReaderToBackground>
    const panel = null as unknown as Client<PanelToContent>
    const never = () => {
      // @ts-expect-error The recogniser cannot ask for the reader's setup.
      void page('readerSetup')
      // @ts-expect-error The reader cannot switch a rule.
      void reader('switchRule', { rule: 'a', on: false })
      // @ts-expect-error The panel cannot make a page do anything without naming the case.
      void panel('followLink', { link: 'journal' })
    }
    expectTypeOf(never).returns.toBeVoid()
    expectTypeOf<Extract<CallOf<PanelToBackground>, `${string}oken`>>().toBeNever()
  })
})
