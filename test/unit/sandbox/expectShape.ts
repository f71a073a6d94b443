import { expect } from 'vitest'
import definition from './restDefinition.json' with { type: 'json' }

interface Field {
  name: string
  type: string
  nullable?: boolean
  maxLength?: number
  enum?: unknown[]
}

type Schema = Exclude<keyof typeof definition, 'about'>

/** Every documented field is there with its type, and nothing else is. */
export function expectShape(value: unknown, schema: Schema): void {
  const fields: Field[] = definition[schema]
  const given = value as Record<string, unknown>
  expect(Object.keys(given).sort()).toEqual(fields.map(({ name }) => name).sort())
  for (const field of fields) {
    const one = given[field.name]
    const where = `${schema}.${field.name} = ${JSON.stringify(one)}`
    if (one === null) {
      expect(field.nullable, where).toBe(true)
      continue
    }
    if (field.type === 'array') expect(Array.isArray(one), where).toBe(true)
    else if (field.type === 'integer') expect(Number.isInteger(one), where).toBe(true)
    else expect(typeof one, where).toBe(field.type)
    if (field.enum) expect(field.enum, where).toContain(one)
    if (field.maxLength) expect(String(one).length, where).toBeLessThanOrEqual(field.maxLength)
  }
}
