import json from './restDefinition.json' with { type: 'json' }

/** One field of an answer, as PortOne's REST definition has it. */
export interface DefinedField {
  name: string
  type: string
  nullable?: boolean
  maxLength?: number
  enum?: unknown[]
  /** The schema of the object, or of the objects in the list. */
  of?: string
}

/** One parameter of an operation. */
export interface DefinedParam {
  name: string
  in: string
  type: string
  required?: boolean
  /** Required today, optional in the 2022 documentation. */
  requiredSince2022?: boolean
  /** One of the parameters so marked is needed. */
  oneOf?: boolean
  enum?: unknown[]
  maxLength?: number
  /** A parameter of other gateways than Toss. */
  otherPgs?: boolean
}

export interface DefinedOperation {
  id: string
  method: string
  path: string
  /** A schema, `Schema[]`, or `Schema | Other`. */
  answer: string
  statuses: number[]
  params: DefinedParam[]
}

export type Schema = keyof (typeof json)['schemas']

export const operations: DefinedOperation[] = json.operations
export const schemas: Record<Schema, DefinedField[]> = json.schemas
