/** What goes on behind answers that were sent: parcels are packed there. A database closed under it would undo it. */
export interface WorkBehind {
  add(work: Promise<unknown>): void
  /** When all of it has ended, what began meanwhile included. Never rejects. */
  ended(): Promise<void>
}

export function workBehind(): WorkBehind {
  const running = new Set<Promise<unknown>>()
  return {
    add(work) {
      const ending = work.catch(() => {}).finally(() => running.delete(ending))
      running.add(ending)
    },
    async ended() {
      while (running.size > 0) await Promise.all(running)
    },
  }
}
