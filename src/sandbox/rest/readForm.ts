/**
 * The fields of a form body. Lists and objects are written as PHP reads them: `merchant_uid[]=a&merchant_uid[]=b`,
 * `schedules[0][amount]=3000`; both become maps.
 */
export function readForm(text: string): Map<string, unknown> {
  const fields = new Map<string, unknown>()
  for (const [key, value] of new URLSearchParams(text)) {
    const inner = [...key.matchAll(/\[([^\]]*)\]/g)].map(([, step = '']) => step)
    const path = inner.length > 0 ? [key.slice(0, key.indexOf('[')), ...inner] : [key]
    const last = path.pop() ?? ''
    const place = path.reduce(enter, fields)
    place.set(last === '' && path.length > 0 ? String(place.size) : last, value)
  }
  return fields
}

function enter(place: Map<string, unknown>, step: string): Map<string, unknown> {
  const found = place.get(step)
  if (found instanceof Map) return found
  const made = new Map<string, unknown>()
  place.set(step, made)
  return made
}
