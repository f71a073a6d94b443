/** An answer of another shape than PortOne documents. Names the field and the types, never the value. */
export class WrongShape extends Error {
  override readonly name = 'WrongShape'
  /** Path of the field, from `response`. */
  readonly field: string

  constructor(field: string, expected: string, given: unknown) {
    super(`${field} should be ${expected} and is ${typeName(given)}`)
    this.field = field
  }
}

function typeName(value: unknown): string {
  if (value === undefined) return 'missing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'an array'
  return typeof value === 'object' ? 'an object' : `another ${typeof value}`
}
