import { postToShop, type ShopPost } from './postToShop.js'

/** The shop has so long to answer the confirm call, real ms (PortOne V1 docs). */
const CONFIRM_LIMIT_MS = 10_000

/** The payment the shop is asked about. */
export interface ConfirmQuestion {
  imp_uid: string
  merchant_uid: string
  amount: number
}

/**
 * Asks the shop whether a payment may be approved (confirm process, PortOne V1 docs): HTTP 200 within 10 s is a yes, and
 * anything else stops the payment. Null is a yes, else why not: `reason` of the shop's JSON, or `알 수 없음`.
 *
 * The body is JSON whatever type webhooks have: the documentation is silent.
 */
export async function callConfirmUrl(
  url: string,
  question: ConfirmQuestion,
  by: Pick<ShopPost, 'send' | 'signal'>,
): Promise<string | null> {
  const { status, text } = await postToShop({
    ...by,
    url,
    type: 'json',
    body: { ...question },
    limit: CONFIRM_LIMIT_MS,
  })
  return status === 200 ? null : (readReason(text) ?? '알 수 없음')
}

function readReason(text: string): string | null {
  try {
    const answer: unknown = JSON.parse(text)
    const reason = typeof answer === 'object' && answer !== null && 'reason' in answer ? answer.reason : null
    return typeof reason === 'string' && reason !== '' ? reason : null
  } catch {
    return null
  }
}
