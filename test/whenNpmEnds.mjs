/**
 * Calls `end` when the npm that started this program is gone. Told to end, npm ends the shell between them and nothing
 * more: the program would go on, and hold its port.
 */
export function whenNpmEnds(end) {
  if (!process.env.npm_lifecycle_event) return
  const shell = process.ppid
  const look = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(look)
    end()
  }, 500)
  look.unref()
}
