/**
 * Runs `round` again and again, never two at once. The answer stops it and waits for the round that is under way.
 *
 * @param pause ms between the end of one round and the start of the next, default 30 s
 */
export function keepSweeping(round: () => Promise<void>, pause = 30_000): () => Promise<void> {
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> = Promise.resolve()
  const next = (): void => {
    timer = setTimeout(() => {
      running = round()
        .catch((error) => console.error('sweep:', error))
        .then(() => {
          if (!stopped) next()
        })
    }, pause)
  }
  next()
  return () => {
    stopped = true
    clearTimeout(timer)
    return running
  }
}
