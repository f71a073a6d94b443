import { isRecord } from '../../../payment/plainData.js'
import { type GatewayAnswer, PortOneError } from '../../PortOneError.js'
import type { PortOneErrorCode } from '../../portOneErrorCodes.js'
import type { Incoming } from './exchange.js'
import type { SecretKeeper } from './secretKeeper.js'

const codesByStatus: Partial<Record<number, PortOneErrorCode>> = {
  401: 'UNAUTHORIZED',
  408: 'TIMEOUT',
  429: 'RATE_LIMITED',
  501: 'UNSUPPORTED',
}
/** These say something about the payment, so the gateway itself has to have said it, and not a proxy. */
const codesByEnvelopedStatus: Partial<Record<number, PortOneErrorCode>> = {
  404: 'NOT_FOUND',
  405: 'UNSUPPORTED',
  409: 'CONFLICT',
}

/**
 * Takes `response` out of `{code, message, response}`. A failure can be an HTTP status or HTTP 200 with a code other
 * than 0 (PortOne V1 docs): both raise `PortOneError`.
 */
export function openEnvelope({ status, body }: Incoming, operation: string, secrets: SecretKeeper): unknown {
  const gateway = readGateway(body, secrets)
  const refuse = (code: PortOneErrorCode, more: { message?: string; field?: string } = {}) => {
    const message =
      more.message ??
      (gateway?.message ? `HTTP ${status}, code ${gateway.code}: ${gateway.message}` : `HTTP ${status}`)
    return new PortOneError(code, { operation, status, gateway, ...more, message })
  }
  const code = codesByStatus[status] ?? (status >= 500 ? 'GATEWAY_ERROR' : undefined)
  if (code) throw refuse(code)
  if (!isRecord(body)) {
    throw refuse('UNEXPECTED_ANSWER', {
      field: 'body',
      message: `HTTP ${status} with a body that is no JSON object`,
    })
  }
  if (!gateway) {
    throw refuse('UNEXPECTED_ANSWER', {
      field: 'code',
      message: `HTTP ${status}: code should be a whole number`,
    })
  }
  if (status >= 400) throw refuse(codesByEnvelopedStatus[status] ?? 'BAD_REQUEST')
  if (status < 200 || status >= 300) {
    throw refuse('UNEXPECTED_ANSWER', {
      field: 'status',
      message: `HTTP ${status} is not an answer of this API`,
    })
  }
  if (gateway.code !== 0) throw refuse('REFUSED')
  return body.response
}

function readGateway(body: unknown, secrets: SecretKeeper): GatewayAnswer | undefined {
  if (!isRecord(body) || !Number.isSafeInteger(body.code)) return undefined
  return {
    code: Number(body.code),
    message: typeof body.message === 'string' ? secrets.hide(body.message) : null,
  }
}
