import { expect } from 'vitest'
import { type DefinedField, type Schema, schemas } from './definition.js'

/** Every documented field is there with its type, and nothing else is; objects inside are looked at too. */
export function expectShape(value: unknown, schema: Schema): void {
  const fields = schemas[schema]
  const given = value as Record<string, unknown>
  expect(Object.keys(given).sort(), schema).toEqual(fields.map(({ name }) => name).sort())
  for (const field of fields) expectField(given[field.name], field, `${schema}.${field.name}`)
}

/** An answer as the definition writes it: `Payment`, `Payment[]`, or `Customer | SuperBillingKey` (the first is meant). */
export function expectAnswer(value: unknown, answer: string): void {
  const [schema = ''] = answer.replace('[]', '').split(' | ')
  if (!answer.endsWith('[]')) return expectShape(value, schema as Schema)
  const items = value as unknown[]
  expect(items.length, answer).toBeGreaterThan(0)
  for (const item of items) expectShape(item, schema as Schema)
}

function expectField(one: unknown, field: DefinedField, path: string): void {
  const where = `${path} = ${JSON.stringify(one)}`
  if (one === null) return expect(field.nullable, where).toBe(true)
  if (field.type === 'array') expect(Array.isArray(one), where).toBe(true)
  else if (field.type === 'integer') expect(Number.isInteger(one), where).toBe(true)
  else expect(typeof one, where).toBe(field.type)
  if (field.enum) expect(field.enum, where).toContain(one)
  if (field.maxLength) expect(String(one).length, where).toBeLessThanOrEqual(field.maxLength)
  if (field.of) for (const inner of [one].flat()) expectShape(inner, field.of as Schema)
}
