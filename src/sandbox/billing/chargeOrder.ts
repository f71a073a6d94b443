import type { RequestPayParams } from '../../portone/iamport.types.js'
import { gatewayMessage } from '../gateway/gatewayReasons.js'
import { missingFields, overlongFields } from '../rest/missingFields.js'
import { badRequest, gatewayRefuses, type Refused } from '../rest/outcome.js'
import type { RequestBody } from '../rest/readBody.js'
import { INSTALLMENT_FLOOR, isMonths } from '../rules/installmentMonths.js'

const CURRENCIES = ['KRW', 'USD', 'EUR', 'JPY']
const CARD_MINIMUM = 100

/** What is paid for by an API payment; plain JSON, since schedules keep it. */
export interface ChargeOrder {
  /** In the spelling of `request_pay`, which opens payments of every kind. */
  params: RequestPayParams & { merchant_uid: string; amount: number }
  /** A JSON string, as the caller gave it. */
  customData: string | null
  /** Installment months; 0 is a lump sum. */
  quota: number
}

/**
 * The order in a request body. A missing or misspelt parameter is HTTP 400; what the gateway would not take (under 100
 * won, installments under 50,000 won) is HTTP 200 with code 1. `name` may be left out as in the 2022 documentation and
 * is then the order number. Longer texts are cut to what PortOne stores.
 */
export function readChargeOrder(body: RequestBody): ChargeOrder | Refused {
  const wrong = missingFields(body, ['merchant_uid', 'amount']) ?? overlongFields(body, { merchant_uid: 40 })
  if (wrong) return wrong
  const merchantUid = body.text('merchant_uid') ?? ''
  const amount = body.number('amount') ?? 0
  const currency = body.text('currency') ?? 'KRW'
  const taxFree = body.number('tax_free') ?? 0
  const quota = body.number('card_quota') ?? 0
  if (!CURRENCIES.includes(currency)) return badRequest('지원하지 않는 통화(currency)입니다.')
  if (!(amount > 0) || !Number.isFinite(amount) || (currency === 'KRW' && !Number.isSafeInteger(amount))) {
    return badRequest('amount는 0보다 큰 정수여야 합니다.')
  }
  if (!(taxFree >= 0 && taxFree <= amount)) return badRequest('tax_free는 0 이상 amount 이하여야 합니다.')
  if (!isMonths(quota)) return badRequest('card_quota는 0 이상의 개월 수여야 합니다.')
  if (currency === 'KRW' && amount < CARD_MINIMUM) {
    return gatewayRefuses(
      gatewayMessage('tosspayments', [
        'BELOW_MINIMUM_AMOUNT',
        '신용카드는 결제금액이 100원 이상, 계좌는 200원이상부터 결제가 가능합니다.',
      ]),
    )
  }
  if (quota >= 2 && (currency !== 'KRW' || amount < INSTALLMENT_FLOOR)) {
    const reason = ['INVALID_CARD_INSTALLMENT_AMOUNT', '할부금액 잘못 되었습니다.'] as const
    return gatewayRefuses(gatewayMessage('tosspayments', reason))
  }
  return {
    params: {
      pay_method: 'card',
      merchant_uid: merchantUid,
      amount,
      currency,
      tax_free: taxFree,
      ...textsOf(body),
    },
    customData: body.text('custom_data'),
    quota: quota === 1 ? 0 : quota,
  }
}

const texts = ['name', 'buyer_name', 'buyer_email', 'buyer_tel', 'buyer_addr', 'buyer_postcode'] as const

/** The texts and webhook addresses that an order of any method carries. */
export function textsOf(body: RequestBody): Partial<RequestPayParams> {
  const given = texts.flatMap((name) => {
    const text = body.text(name)
    return text === null ? [] : [[name, text] as const]
  })
  const notice = body.texts('notice_url')
  return { ...Object.fromEntries(given), ...(notice && { notice_url: notice }) }
}
