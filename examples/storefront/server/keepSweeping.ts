/**
 * Runs `round` at once and then again and again, never two at the same time. The answer stops it and waits for the round
 * that is under way.
 *
 * @param pause ms between the end of one round and the start of the next, default 30 s
 */
export function keepSweeping(round: () => Promise<void>, pause = 30_000): () => Promise<void> {
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void>
  const go = (): void => {
    running = round()
      .catch((error) => console.error('sweep:', error))
      .then(() => {
        if (!stopped) timer = setTimeout(go, pause)
      })
  }
  go()
  return () => {
    stopped = true
    clearTimeout(timer)
    return running
  }
}
