import type { Context } from 'hono'
import { isRecord } from '../../payment/plainData.js'
import { RouteRefusal } from './RouteRefusal.js'

/** The media type alone: `text/plain; a=json` is sent across sites without asking. */
const JSON_TYPE = /^\s*application\/([\w.+-]+\+)?json\s*(;|$)/i

/** The body of a page's request. Only `application/json`, which no page of another site can send unasked. */
export async function readJson(context: Context): Promise<unknown> {
  if (!JSON_TYPE.test(context.req.header('content-type') ?? '')) {
    throw new RouteRefusal('INVALID_BODY', { status: 415, message: 'send content-type: application/json' })
  }
  return parseJson(await readText(context))
}

/** The body of a gateway's request: the console decides whether it is a form or JSON (PortOne V1 docs). */
export async function readFields(context: Context): Promise<Record<string, unknown>> {
  const text = await readText(context)
  if (/x-www-form-urlencoded/i.test(context.req.header('content-type') ?? '')) {
    return Object.fromEntries(new URLSearchParams(text))
  }
  const fields = parseJson(text)
  if (!isRecord(fields)) throw new RouteRefusal('INVALID_BODY', { message: 'the body is not a JSON object' })
  return fields
}

/** Whole, as UTF-8. Its size has been limited before. */
async function readText(context: Context): Promise<string> {
  const bytes = await context.req.arrayBuffer().catch(() => {
    throw new RouteRefusal('INVALID_BODY', { message: 'the body broke off' })
  })
  if (bytes.byteLength === 0) {
    // Sent without a length, nobody can tell any more whether it was empty.
    if (Number(context.req.header('content-length')) > 0) throw new RouteRefusal('BODY_ALREADY_READ')
    throw new RouteRefusal('INVALID_BODY', { message: 'the body is empty, or a body parser read it before' })
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new RouteRefusal('INVALID_BODY', { message: 'the body is not UTF-8' })
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new RouteRefusal('INVALID_BODY', { message: 'the body is not JSON' })
  }
}
