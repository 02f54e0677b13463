import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './support/test.ts'

test('the options page shows rules, settings and the state of the roll-out', async ({ page, browserWithExtension: { id } }) => {
  await page.goto(`chrome-extension://${id}/options.html`)
  await expect(page.getByRole('heading', { name: 'Driftsstatus' })).toBeVisible()
  await expect(page.locator('[data-key=fasitHosts]')).toContainText('Virker på http://localhost/*')
  await expect(page.locator('[data-key=rulesOff]')).toContainText('Ingen regler er slået fra')
  await expect(page.getByText('Sprogmodellen kan ikke nås').first()).toBeVisible()

  const first = page.getByRole('switch').first()
  await expect(first).toHaveAttribute('aria-checked', 'true')
  await first.click()
  await expect(first).toHaveAttribute('aria-checked', 'false')
  await page.reload()
  await expect(page.getByRole('switch').first()).toHaveAttribute('aria-checked', 'false')
  await page.getByRole('switch').first().click()
  await expect(page.getByRole('switch').first()).toHaveAttribute('aria-checked', 'true')
})

for (const theme of ['Lyst', 'Mørkt'] as const) {
  test(`the options page has no accessibility fault in ${theme.toLowerCase()} theme`, async ({ page, browserWithExtension: { id } }) => {
    await page.goto(`chrome-extension://${id}/options.html`)
    await page.getByRole('button', { name: theme }).click()
    await expect(page.getByRole('button', { name: theme })).toHaveAttribute('aria-pressed', 'true')
    await expect(page.locator('[data-key=closingDays]')).toBeVisible()
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
    expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html}`)).toEqual([])
  })
}

test('an extension page runs, frames, posts and fetches nothing that is not its own', async ({ page, browserWithExtension: { id } }) => {
  await page.goto(`chrome-extension://${id}/options.html`)
  // From a timer, because an evaluated script is excused from the ban on eval while it runs.
  const refused = await page.evaluate(
    async () =>
      new Promise<string[]>((resolve) => {
        const found: string[] = []
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => found.push(effectiveDirective))
        const attempt = (work: () => unknown) => {
          try {
            work()
          } catch {
            found.push('threw')
          }
        }
        setTimeout(() => {
          // oxlint-disable-next-line typescript/no-implied-eval -- the point is that it is refused
          attempt(() => new Function('return 1')())
          attempt(() => Reflect.set(document.createElement('p'), 'innerHTML', '<b>x</b>'))
          attempt(() => document.body.append(Object.assign(new Image(), { src: 'http://localhost:9/x.png' })))
          attempt(() => document.body.append(Object.assign(document.createElement('iframe'), { src: 'http://localhost:9/' })))
          void fetch('http://localhost:9/').catch(() => undefined)
          setTimeout(() => resolve(found), 400)
        })
      }),
  )
  // Eval and HTML from a string both stop at Trusted Types, before anything is parsed.
  expect(refused.filter((what) => what === 'threw')).toHaveLength(2)
  for (const directive of ['require-trusted-types-for', 'img-src', 'frame-src', 'connect-src']) expect(refused).toContain(directive)
})
