import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SettingsError } from './readSettings.js'

/**
 * PGlite has one writer: a second server on the same folder would ruin the orders in it. Takes the folder for this
 * process and answers how to give it back.
 *
 * Every process writes down its own number first and looks at the others afterwards, so of two that start at once at least
 * one sees the other; both may. Nobody ever takes over a file that another may hold: the number of a process that was killed
 * is only swept away.
 *
 * @throws SettingsError when another living process has its number there
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const fileOf = (pid: number) => join(folder, `server.${pid}.pid`)
  const unlock = () => rmSync(fileOf(process.pid), { force: true })
  writeFileSync(fileOf(process.pid), '')
  for (const name of readdirSync(folder)) {
    const pid = Number(/^server\.(\d+)\.pid$/.exec(name)?.[1] ?? process.pid)
    if (pid === process.pid) continue
    if (isAlive(pid)) {
      unlock()
      throw new SettingsError(
        `${folder} is in use by process ${pid}. PGlite has one writer: end it, set another DATA_FOLDER, or set DATABASE_URL to run several instances.`,
      )
    }
    rmSync(fileOf(pid), { force: true })
  }
  return unlock
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Somebody else's process is alive too.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
