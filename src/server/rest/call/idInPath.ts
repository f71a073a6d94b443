import { refuseArgument, requireText } from './refuseArgument.js'

/**
 * An id as it may stand in a path: PortOne's order numbers may hold any character, `/`, `?` and `%` too. `.` and `..`
 * cannot stand in one, because every URL parser resolves them, encoded or not. Raises `INVALID_ARGUMENT`.
 */
export function idInPath(name: string, id: string): string {
  requireText(name, id)
  if (id === '.' || id === '..') throw refuseArgument(name, id, 'a URL cannot carry it')
  try {
    return encodeURIComponent(id)
  } catch {
    throw refuseArgument(name, id, 'half of a surrogate pair cannot be sent')
  }
}
