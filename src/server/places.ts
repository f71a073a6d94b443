/** So many at a time. Whoever comes when all places are taken waits in line. */
export interface Places {
  run<T>(work: () => Promise<T>): Promise<T>
  /** Null when no place is free at once. */
  runAtOnce<T>(work: () => Promise<T>): Promise<T> | null
}

export function places(count: number): Places {
  let free = count
  const waiting: (() => void)[] = []

  const occupy = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } finally {
      // Handed on, so that nobody who comes now is before those who wait.
      const next = waiting.shift()
      if (next) next()
      else free++
    }
  }
  const runAtOnce: Places['runAtOnce'] = (work) => {
    if (free === 0) return null
    free--
    return occupy(work)
  }
  return {
    runAtOnce,
    run: async (work) => {
      const running = runAtOnce(work)
      if (running) return running
      await new Promise<void>((resolve) => waiting.push(resolve))
      return occupy(work)
    },
  }
}
