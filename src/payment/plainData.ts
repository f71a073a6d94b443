/** An object with fields: not null, not an array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A string with something in it, at most so many characters long. */
export function isText(value: unknown, most?: number): value is string {
  return typeof value === 'string' && !!value.trim() && !(most && value.length > most)
}

/** Does it survive being written as JSON, as everything sent to the SDK is? No cycles, functions or BigInt. */
export function isJson(value: unknown): boolean {
  try {
    return JSON.stringify(value) !== undefined
  } catch {
    return false
  }
}
