/** A request body, whichever of the two forms it came in. */
export interface RequestBody {
  /** The field as text; null when it is missing or empty. */
  text(name: string): string | null
  /** The field as a number (form bodies carry text); null when it is missing or empty, NaN when it is no number. */
  number(name: string): number | null
}

/** Reads a JSON or form body; null when it claims to be JSON and is not. */
export async function readBody(request: Request): Promise<RequestBody | null> {
  const text = await request.text()
  const isForm = request.headers.get('content-type')?.includes('application/x-www-form-urlencoded')
  const fields = isForm ? new Map<string, unknown>(new URLSearchParams(text)) : readJson(text)
  if (!fields) return null
  const present = (name: string): unknown => {
    const value = fields.get(name)
    return value === '' || value === undefined ? null : value
  }
  return {
    text: (name) => {
      const value = present(name)
      return typeof value === 'string' || typeof value === 'number' ? String(value) : null
    },
    number: (name) => {
      const value = present(name)
      if (value === null) return null
      return typeof value === 'string' || typeof value === 'number' ? Number(value) : Number.NaN
    },
  }
}

function readJson(text: string): Map<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text || '{}')
    return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : null
  } catch {
    return null
  }
}
