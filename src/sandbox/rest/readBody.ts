import { badRequest, type Refused } from './outcome.js'
import { readForm } from './readForm.js'

/** A request body, whichever of the two forms it came in. */
export interface RequestBody {
  /** The field as text; null when it is missing or empty. */
  text(name: string): string | null
  /** The field as a number (form bodies carry text); null when it is missing or empty, NaN when it is no number. */
  number(name: string): number | null
  /** Whether the field is true, or says so as a form does (`true`, `1`). */
  flag(name: string): boolean
  /** The field as a list of texts, one text being a list of one; null when it is missing, empty or holds anything else. */
  texts(name: string): string[] | null
  /** The object in this field; null when there is none. */
  object(name: string): RequestBody | null
  /** The objects in this list; null when it is no list of objects. */
  objects(name: string): RequestBody[] | null
}

/** What a body that cannot be read is refused with. */
export const unreadable: Refused = badRequest('요청 본문을 읽을 수 없습니다.')

/** Reads a JSON or form body; null when it claims to be JSON and is not. */
export async function readBody(request: Request): Promise<RequestBody | null> {
  const text = await request.text()
  const isForm = request.headers.get('content-type')?.includes('application/x-www-form-urlencoded')
  const fields = isForm ? readForm(text) : fieldsOf(readJson(text))
  return fields && bodyOf(fields)
}

function bodyOf(fields: ReadonlyMap<string, unknown>): RequestBody {
  const present = (name: string): unknown => {
    const value = fields.get(name)
    return value === '' || value === undefined ? null : value
  }
  return {
    text: (name) => textOf(present(name)),
    number: (name) => {
      const value = present(name)
      return value === null ? null : Number(textOf(value) ?? Number.NaN)
    },
    flag: (name) => truths.includes(present(name)),
    texts: (name) => {
      const value = present(name)
      const texts = (itemsOf(value) ?? [value]).map(textOf)
      return texts.length > 0 && texts.every((text) => text !== null) ? texts : null
    },
    object: (name) => {
      const inner = fieldsOf(present(name))
      return inner && bodyOf(inner)
    },
    objects: (name) => {
      const inner = itemsOf(present(name))?.map(fieldsOf)
      return inner?.every((each) => each !== null) ? inner.map(bodyOf) : null
    },
  }
}

const truths: readonly unknown[] = [true, 1, 'true', '1']

function textOf(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null
}

function itemsOf(value: unknown): unknown[] | null {
  if (value instanceof Map) return [...value.values()]
  return Array.isArray(value) ? value : null
}

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> | null {
  if (value instanceof Map) return value
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isObject ? new Map(Object.entries(value)) : null
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text || '{}')
  } catch {
    return null
  }
}
