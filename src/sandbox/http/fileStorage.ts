import { readFileSync, renameSync, writeFileSync } from 'node:fs'

/** A state file that cannot be used; its message says why and what to do. */
export class StateFileError extends Error {
  override readonly name = 'StateFileError'
}

/**
 * A storage in one file, read at the start and written whole at every change, so that payments survive a restart. For
 * one process at a time. Readable by its owner only: it holds the REST half's token.
 */
export function createFileStorage(file: string): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map(Object.entries(readState(file)))
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      kept.set(key, value)
      // Never half a file: whoever is killed while writing leaves the old one.
      const draft = `${file}.${process.pid}.tmp`
      writeFileSync(draft, JSON.stringify(Object.fromEntries(kept)), { mode: 0o600 })
      renameSync(draft, file)
    },
  }
}

function readState(file: string): Record<string, string> {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {}
    throw new StateFileError(`The state file ${file} cannot be read: ${String(error)}`)
  }
  try {
    const value: unknown = JSON.parse(text)
    if (
      typeof value === 'object' &&
      value !== null &&
      Object.values(value).every((each) => typeof each === 'string')
    ) {
      return value as Record<string, string>
    }
  } catch {}
  throw new StateFileError(
    `${file} is no state file of this sandbox. Name another file, or delete it to start anew.`,
  )
}
