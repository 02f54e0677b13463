/**
 * Two ways in which such an overlay is often written, for the same page: read everything again at each change, and read
 * each row once when the page is idle. They know the page's markup, so they have less to do than a reader with a profile.
 */
export const NAIVE = `(() => {
  const read = () => {
    const facts = new Map()
    for (const element of document.querySelectorAll('td, th, dt, dd, [role=gridcell], [role=columnheader], label, h1, h2, h3')) {
      if (element.offsetParent !== null) facts.set(element, element.textContent.trim())
    }
    globalThis.naiveFacts = facts
  }
  new MutationObserver(read).observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
})()
//# sourceURL=peer-naive.js`

export const IDLE = `(() => {
  const facts = new Map()
  const seen = new WeakSet()
  let queue = []
  let planned = false
  const work = (deadline) => {
    planned = false
    while (queue.length > 0 && deadline.timeRemaining() > 1) {
      const row = queue.pop()
      if (seen.has(row) || !row.isConnected) continue
      seen.add(row)
      for (const cell of row.querySelectorAll('td, [role=gridcell]')) facts.set(cell, cell.textContent.trim())
    }
    if (queue.length > 0) plan()
  }
  const plan = () => {
    if (planned) return
    planned = true
    requestIdleCallback(work)
  }
  new MutationObserver(() => {
    queue = [...document.querySelectorAll('tr, [role=row]')]
    plan()
  }).observe(document, { subtree: true, childList: true })
  globalThis.idleFacts = facts
})()
//# sourceURL=peer-idle.js`
