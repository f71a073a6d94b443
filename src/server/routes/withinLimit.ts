/** What `late` answers, unless the work is done within so many ms. The work itself goes on. */
export async function withinLimit<T>(limit: number, work: Promise<T>, late: () => T): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const waiting = new Promise<T>((resolve, reject) => {
    timer = setTimeout(() => {
      try {
        resolve(late())
      } catch (thrown) {
        reject(thrown)
      }
    }, limit)
  })
  try {
    return await Promise.race([work, waiting])
  } finally {
    clearTimeout(timer)
  }
}
