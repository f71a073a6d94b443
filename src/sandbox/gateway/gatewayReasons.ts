import type { MethodKind } from '../rules/payMethods.js'
import type { Fault, SandboxModule } from '../sandbox.types.js'

/** A gateway's code and its own words, before a module's style is put on them. */
export type Reason = readonly [code: string, message: string]

type Declining = 'declined' | 'limit-exceeded' | 'card-data-invalid' | 'configuration' | 'system-error'
type ByKind = { default: Reason } & Partial<Record<MethodKind, Reason>>

/** Codes and sentences of the two error lists: LG U+/Toss legacy workbook, Toss Payments error list. */
const declines: Record<SandboxModule, Record<Declining, ByKind>> = {
  uplus: {
    declined: {
      default: ['FS01', '이상금융거래로 탐지되어 고객님의 거래가 거절되었습니다.'],
      card: ['3000', '카드사 거절'],
      phone: ['208', '정지/해지된 폰입니다.'],
    },
    'limit-exceeded': {
      default: ['526', '예금잔액 부족'],
      card: [
        'A8',
        '고객님의 신용카드 한도가 부족하거나, 체크카드인 경우 통장잔액 부족입니다(한도초과 또는 잔액부족)',
      ],
      phone: ['202', '금월 사용 한도액을 초과하는 금액입니다.'],
    },
    'card-data-invalid': {
      default: ['C001', '신용카드가 아니거나, 카드번호를 잘못 입력하셨습니다.(Invalid card number)'],
      phone: ['703', '인증번호를 잘못 입력하였습니다.'],
    },
    configuration: { default: ['M024', '계약된 결제수단이 아닙니다. 상점으로 문의하세요.'] },
    'system-error': { default: ['S001', '결제서버오류발생(시스템에러)'] },
  },
  tosspayments: {
    declined: { default: ['REJECT_CARD_COMPANY', '결제 승인이 거절되었습니다.'] },
    'limit-exceeded': {
      default: ['EXCEED_MAX_AMOUNT', '거래금액 한도를 초과했습니다.'],
      card: ['REJECT_CARD_PAYMENT', '한도초과 혹은 잔액부족으로 결제에 실패했습니다.'],
      trans: ['REJECT_ACCOUNT_PAYMENT', '잔액부족으로 결제에 실패했습니다.'],
    },
    'card-data-invalid': {
      default: ['INVALID_CARD_NUMBER', '카드번호를 다시 확인해주세요.'],
      phone: ['INVALID_PHONE', '전화번호 형식에 맞지 않습니다. 전화번호에는 특수문자가 포함될 수 없습니다.'],
    },
    configuration: { default: ['NOT_SUPPORTED_METHOD', '지원되지 않는 결제 수단입니다.'] },
    'system-error': {
      default: [
        'FAILED_INTERNAL_SYSTEM_PROCESSING',
        '내부 시스템 처리 작업이 실패했습니다. 잠시 후 다시 시도해주세요.',
      ],
    },
  },
}

/** Why an approval fails under the active faults; null when none of them declines. The first in this order wins. */
export function declineReason(
  module: SandboxModule,
  kind: MethodKind,
  active: readonly Fault[],
): Reason | null {
  const group = (Object.keys(declines.uplus) as Declining[]).find((fault) => active.includes(fault))
  if (!group) return null
  const byKind = declines[module][group]
  return byKind[kind] ?? byKind.default
}

/** What the gateway itself refuses, apart from faults. */
export type Refusal =
  | 'method'
  | 'company'
  | 'months'
  | 'bank'
  | 'minimum'
  | 'duplicate'
  | 'zeroAmount'
  | 'dueDate'
  | 'gaveUp'
  | 'sessionGone'

const refusals: Record<SandboxModule, Record<Refusal, Reason>> = {
  uplus: {
    method: ['M024', '계약된 결제수단이 아닙니다. 상점으로 문의하세요.'],
    company: ['C002', '해당상점에서 지원하지 않는 카드종류입니다. 다른 카드를 이용해 주시기 바랍니다.'],
    months: ['C011', '할부기간 에러'],
    bank: ['J015', '서비스 가능한 은행코드가 아닙니다. 상점으로 문의바랍니다.'],
    minimum: ['C031', '100원미만은 신용카드결제가 안됩니다.'],
    duplicate: ['S021', '이미 사용된 주문번호입니다. 새로운 주문번호로 결제를 시도해 주십시요.'],
    zeroAmount: ['C031', '100원미만은 신용카드결제가 안됩니다.'],
    dueDate: ['F400', '가상계좌 입금기한(vbank_due)이 올바르지 않습니다.'],
    gaveUp: ['S053', '사용자가 결제를 취소하였습니다'],
    sessionGone: ['S052', '결제가능 시간을 초과하였습니다'],
  },
  tosspayments: {
    method: ['NOT_SUPPORTED_METHOD', '지원되지 않는 결제 수단입니다.'],
    company: ['INVALID_CARD_COMPANY', '유효하지 않은 카드사입니다.'],
    months: ['INVALID_CARD_INSTALLMENT_PLAN', '할부 개월 정보가 잘못되었습니다.'],
    bank: ['INVALID_BANK', '유효하지 않은 은행입니다.'],
    minimum: [
      'BELOW_MINIMUM_AMOUNT',
      '신용카드는 결제금액이 100원 이상, 계좌는 200원이상부터 결제가 가능합니다.',
    ],
    duplicate: [
      'DUPLICATED_ORDER_ID',
      '이미 승인 및 취소가 진행된 중복된 주문번호 입니다. 다른 주문번호로 진행해주세요.',
    ],
    zeroAmount: ['BELOW_ZERO_AMOUNT', '금액은 0보다 커야 합니다.'],
    dueDate: ['INVALID_DATE', '날짜 데이터가 잘못 되었습니다.'],
    gaveUp: ['PAY_PROCESS_CANCELED', '사용자가 결제를 취소하였습니다'],
    sessionGone: ['NOT_FOUND_PAYMENT_SESSION', '결제 시간이 만료되어 결제 진행 데이터가 존재하지 않습니다.'],
  },
}

/** The module's own code and sentence for a refusal; the legacy lists differ by method. */
export function refusalReason(module: SandboxModule, refusal: Refusal, kind?: MethodKind): Reason {
  if (module === 'uplus' && refusal === 'gaveUp' && kind === 'phone') {
    return ['401', '사용자가 browser 연결을 끊었습니다.']
  }
  if (module === 'uplus' && refusal === 'minimum' && kind === 'trans') {
    return ['E004', '200원 미만은 계좌이체가 안됩니다.']
  }
  return refusals[module][refusal]
}

/**
 * The shop's confirm process stopped the payment. PortOne V1 docs give the sentence and no code: F400 is the one it uses
 * for what it refuses itself.
 */
export function shopRefusal(detail: string = '알 수 없음'): Reason {
  return ['F400', `고객사 요청에 의해 결제를 중단합니다. (상세사유 : ${detail})`]
}

/**
 * The new module writes its code in brackets before the sentence; the legacy one writes only the sentence, and so does
 * PortOne for its own codes (F400 and the like).
 */
export function gatewayMessage(module: SandboxModule, [code, message]: Reason): string {
  return module === 'tosspayments' && !/^F\d+$/.test(code) ? `[${code}] ${message}` : message
}
