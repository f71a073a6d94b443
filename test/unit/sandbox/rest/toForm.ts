/** A body as a form carries it, lists and objects in brackets. */
export function toForm(body: Record<string, unknown>): URLSearchParams {
  const form = new URLSearchParams()
  const add = (key: string, value: unknown): void => {
    if (typeof value !== 'object' || value === null) return form.append(key, String(value))
    for (const [name, inner] of Object.entries(value)) add(`${key}[${name}]`, inner)
  }
  for (const [name, value] of Object.entries(body)) add(name, value)
  return form
}
