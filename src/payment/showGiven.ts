/** A value as a developer message quotes it, with its type: `"59000" (string)`. Takes anything, never throws. */
export function showGiven(value: unknown): string {
  let text: string | undefined
  try {
    text = typeof value === 'object' || typeof value === 'string' ? JSON.stringify(value) : String(value)
  } catch {}
  const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
  text ??= 'something that cannot be printed'
  if (text === type) return text
  return `${text.length > 80 ? `${text.slice(0, 80)}…` : text} (${type})`
}
