/** Does it when the browser has nothing better to do, 2 s later at most; what it answers takes it back. */
export function whenIdle(work: () => void): () => void {
  // Not every browser tells when it is idle.
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(work, 300)
    return () => clearTimeout(timer)
  }
  const waiting = requestIdleCallback(work, { timeout: 2_000 })
  return () => cancelIdleCallback(waiting)
}
