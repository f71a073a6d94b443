import type { Fault } from '../sandbox.types.js'

/** What each mishap is called in the drawer, in the drawer's order. */
export const faultLabels: Record<Fault, { ko: string; en: string }> = {
  declined: { ko: '카드사·은행이 거절', en: 'Declined by the card company or bank' },
  'limit-exceeded': { ko: '한도 초과·잔액 부족', en: 'Over the limit or not enough balance' },
  'card-data-invalid': { ko: '카드 정보 오류', en: 'Card details not accepted' },
  configuration: { ko: '상점 설정 오류', en: 'Shop set-up refused' },
  'system-error': { ko: '결제사 시스템 오류', en: 'Gateway system error' },
  'callback-lost': { ko: '콜백이 오지 않음', en: 'The callback never comes' },
  'callback-twice': { ko: '콜백이 두 번 옴', en: 'The callback comes twice' },
  'confirm-down': { ko: '확인 서버가 응답하지 않음', en: 'Confirmation server is down' },
  'confirm-slow': { ko: '확인 서버가 느림', en: 'Confirmation server is slow' },
  'amount-tampered': { ko: '결제 금액 위변조', en: 'Amount tampered with' },
  'prepared-amount-differs': { ko: '사전 등록 금액과 다름', en: 'Differs from the prepared amount' },
  'order-number-used': { ko: '이미 쓴 주문번호', en: 'Order number used before' },
  'script-blocked': { ko: 'SDK 스크립트 차단', en: 'SDK script blocked' },
  'never-answers': { ko: '결제창이 열리지 않음', en: 'The window never opens' },
  'webhook-lost': { ko: '웹훅이 오지 않음', en: 'The webhook never comes' },
  'webhook-twice': { ko: '웹훅이 두 번 옴', en: 'The webhook comes twice' },
  'webhooks-reordered': { ko: '웹훅 순서가 바뀜', en: 'Webhooks come in the wrong order' },
  'webhook-late': { ko: '웹훅이 콜백보다 한참 늦음', en: 'The webhook comes long after the callback' },
  'webhook-early': { ko: '웹훅이 콜백보다 먼저 옴', en: 'The webhook comes before the callback' },
  'rest-error': { ko: 'REST API가 500으로 답함', en: 'REST API answers 500' },
  'rest-slow': { ko: 'REST API가 느림', en: 'REST API is slow' },
  'rest-timeout': { ko: 'REST API가 답하지 않음', en: 'REST API never answers' },
  'rest-answer-lost': {
    ko: 'REST 처리는 되고 응답만 사라짐',
    en: 'REST call is done but its answer is lost',
  },
  'token-expires': { ko: '토큰을 한 번만 쓸 수 있음', en: 'A token is good for one call' },
}
