import { PortOneError } from '../../PortOneError.js'
import type { Outgoing } from './exchange.js'
import type { Operation, Query } from './operation.js'
import { refuseArgument } from './refuseArgument.js'
import { unixSeconds } from './toPortOneSpelling.js'

/** Writes an operation down as a request. Raises `INVALID_ARGUMENT` for what cannot be written. */
export function writeOperation({ name, method, path, query = {}, body }: Operation<unknown>): Outgoing {
  return { operation: name, method, path: `${path}${toSearch(query)}`, body: toJson(name, body) }
}

function toSearch(query: Query): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue
    if (typeof value === 'number' && !Number.isFinite(value)) {
      throw refuseArgument(name, value, 'a finite number is needed')
    }
    for (const each of Array.isArray(value) ? value : [value]) {
      search.append(name, String(each instanceof Date ? unixSeconds(name, each) : each))
    }
  }
  const text = String(search)
  return text && `?${text}`
}

function toJson(operation: string, body?: object): string | undefined {
  try {
    return body && JSON.stringify(body)
  } catch {
    throw new PortOneError('INVALID_ARGUMENT', {
      operation,
      message: 'the fields cannot be written as JSON (a cycle or a BigInt)',
    })
  }
}
