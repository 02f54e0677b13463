const MARK = /(?:^|\n)data: ?\[DONE\]/
const LONGEST_MARK = 16

/** Whether the proxy's last word of a stream has come. */
export interface WatchedEnd {
  readonly fetch: typeof fetch
  /** The client ends a stream in the same way when the connection is cut and when it is whole; this tells them apart. */
  isWhole(): boolean
}

/** Lets an answer's bytes pass and notes `[DONE]`, which stands on a line of its own: text of the answer cannot make one. */
export function watchEnd(ask: typeof fetch): WatchedEnd {
  let whole = false
  const watched: typeof fetch = async (...call) => {
    const response = await ask(...call)
    if (response.body === null) return response
    const decoder = new TextDecoder()
    let tail = '\n'
    const watcher = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform: (piece, controller) => {
        tail += decoder.decode(piece, { stream: true })
        whole ||= MARK.test(tail)
        tail = tail.slice(-LONGEST_MARK)
        controller.enqueue(piece)
      },
    })
    const { status, statusText, headers } = response
    return new Response(response.body.pipeThrough(watcher), { status, statusText, headers })
  }
  return { fetch: watched, isWhole: () => whole }
}
