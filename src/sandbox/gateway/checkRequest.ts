import type { RequestPayParams } from '../../portone/iamport.types.js'
import { offeredDirectCard } from '../rules/cardOffer.js'
import { isMonthList, isMonths } from '../rules/installmentMonths.js'
import { type MethodKind, methodKind } from '../rules/payMethods.js'
import { parseVbankDue } from '../rules/vbankDueDate.js'
import type { Fault, Gateway, SandboxModule } from '../sandbox.types.js'
import type { SandboxState } from '../store.js'
import { type Reason, refusalReason } from './gatewayReasons.js'
import { isRegistration } from './registration.js'
import { isOrderApproved } from './sandboxPayment.js'

/** Everything a request is judged by before a window opens. */
export interface RequestContext {
  params: RequestPayParams
  from: Parameters<Gateway['open']>[1]
  module: SandboxModule
  merchantUid: string
  faults: readonly Fault[]
  state: SandboxState
  /** Unix seconds. */
  now: number
}

const windowFailed = '결제 창 호출에 실패하였습니다.'
const portOne = (why: string): Reason => ['F400', `${windowFailed} ${why}`]

/** PortOne's and the gateway's checks before the window, in this order; null when it may open. */
export function checkRequest(context: RequestContext): Reason | null {
  return (
    checkRegistration(context) ??
    checkTypes(context) ??
    checkReturn(context) ??
    checkOrder(context) ??
    checkMethod(context)
  )
}

/** The words for a channel that does not exist, by SDK generation. */
export function channelNotFound(sdk: 'legacy' | 'new', why: 'noAccount' | 'noChannel'): Reason {
  if (sdk === 'new') return ['F500', '결제 창 호출에 실패했습니다. 채널 정보를 조회할 수 없습니다.']
  if (why === 'noAccount') return ['NOT_READY', '등록 된 PG 설정 정보를 찾을 수 없습니다.']
  return [
    'F1001',
    '등록되지 않은 PG모듈 정보입니다. 아임포트 관리자페이지에서 PG모듈 정보를 설정하신 후 다시 시도해주세요.',
  ]
}

/**
 * A card is registered through the new module only, and with a card. What PortOne says to an overlong or empty
 * `customer_uid` is not documented; it is never taken for a payment.
 */
function checkRegistration({ params, from, module }: RequestContext): Reason | null {
  if (!isRegistration(params)) return null
  if (module === 'uplus') return channelNotFound(from.sdk, 'noChannel')
  const customerUid: unknown = params.customer_uid
  if (typeof customerUid !== 'string' || customerUid.length < 1 || customerUid.length > 80) {
    return portOne('customer_uid는 1자 이상 80자 이하의 문자열이어야 합니다.')
  }
  return (params.pay_method || 'card') === 'card' ? null : refusalReason(module, 'method')
}

function checkTypes({ params, module }: RequestContext): Reason | null {
  const { merchant_uid, amount } = params
  const currency = params.currency ?? 'KRW'
  const taxFree = params.tax_free ?? 0
  if (merchant_uid && typeof merchant_uid !== 'string') return portOne('merchant_uid는 문자열이어야 합니다.')
  if (merchant_uid && merchant_uid.length > 40) return portOne('merchant_uid는 40자 이하여야 합니다.')
  if (typeof amount !== 'number' || !Number.isFinite(amount)) return portOne('amount는 숫자여야 합니다.')
  if (amount < 0 || (amount === 0 && !isRegistration(params))) return refusalReason(module, 'zeroAmount')
  if (!['KRW', 'USD', 'EUR', 'JPY'].includes(currency)) return portOne('지원하지 않는 통화(currency)입니다.')
  if (currency === 'KRW' && !Number.isSafeInteger(amount)) return portOne('amount는 정수여야 합니다.')
  if (typeof taxFree !== 'number' || !(taxFree >= 0 && taxFree <= amount)) {
    return portOne('tax_free는 0 이상 amount 이하의 숫자여야 합니다.')
  }
  return null
}

function checkReturn({ params, from }: RequestContext): Reason | null {
  return from.sdk === 'new' && from.channel === 'mobile' && !params.m_redirect_url
    ? portOne('리디렉션 방식으로 결제창을 호출하려면 리디렉션 URL은 필수 입력입니다.')
    : null
}

function checkOrder({ params, from, merchantUid, state, faults }: RequestContext): Reason | null {
  if (faults.includes('order-number-used') || isOrderApproved(state, merchantUid)) {
    return from.sdk === 'legacy'
      ? ['F1002', '이미 결제가 이루어진 거래건입니다.']
      : portOne(`이미 승인 완료 되거나 승인 요청 된 거래 건(${merchantUid})입니다.`)
  }
  const prepared = state.prepared.find((entry) => entry.merchantUid === merchantUid)
  const differs =
    prepared &&
    (prepared.amount !== params.amount ||
      (prepared.currency !== null && prepared.currency !== (params.currency ?? 'KRW')))
  return differs || faults.includes('prepared-amount-differs')
    ? portOne('사전 등록된 결제 금액과 요청 금액이 일치하지 않습니다.')
    : null
}

function checkMethod({ params, module, now }: RequestContext): Reason | null {
  // No installments, no company: the card that is typed decides.
  if (isRegistration(params)) return null
  const kind = methodKind(module, params.pay_method || 'card')
  if (!kind) return refusalReason(module, 'method')
  return checkCard(params, module, kind) ?? (kind === 'vbank' ? checkDue(params, module, now) : null)
}

function checkCard(params: RequestPayParams, module: SandboxModule, kind: MethodKind): Reason | null {
  if (kind !== 'card' && kind !== 'easyPay') return null
  if (!isMonthList(params.display?.card_quota)) return refusalReason(module, 'months')
  const direct = params.card?.direct
  if (kind !== 'card' || !direct) return null
  if (!offeredDirectCard(params, params.amount ?? 0)) return refusalReason(module, 'company')
  return isMonths(direct.quota ?? 0) ? null : refusalReason(module, 'months')
}

function checkDue({ vbank_due: due }: RequestPayParams, module: SandboxModule, now: number): Reason | null {
  if (due === undefined || due === null) return null
  const dueAt = typeof due === 'string' ? parseVbankDue(due) : null
  return dueAt !== null && dueAt > now ? null : refusalReason(module, 'dueDate')
}
