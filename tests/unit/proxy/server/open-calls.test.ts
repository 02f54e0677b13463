import { describe, expect, it, vi } from 'vitest'
import { OpenCalls } from '#proxy/server/open-calls.ts'

describe('calls under way', () => {
  it('hold a replica that closes until they are over', async () => {
    const calls = new OpenCalls()
    const leave = calls.add(() => undefined)
    const drained = vi.fn<() => void>()
    const done = calls.drain(10_000).then(drained)
    await Promise.resolve()
    expect([calls.isDraining, calls.count, drained.mock.calls.length]).toEqual([true, 1, 0])
    leave()
    await done
    expect(calls.count).toBe(0)
  })

  it('are ended when they will not end', async () => {
    const calls = new OpenCalls()
    const end = vi.fn<() => void>(() => leave())
    const leave = calls.add(end)
    await calls.drain(5)
    expect(end).toHaveBeenCalledOnce()
  })

  it('cost a replica without any no time', async () => {
    const from = performance.now()
    await new OpenCalls().drain(10_000)
    expect(performance.now() - from).toBeLessThan(1000)
  })
})
