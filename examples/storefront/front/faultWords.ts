/** What can go wrong, as the sandbox calls it; the first ones lie between the gateway and the shop's server. */
export const faultWords: Readonly<Record<string, readonly [ko: string, en: string]>> = {
  'callback-lost': ['콜백이 오지 않음', 'The callback never comes'],
  'webhook-lost': ['웹훅이 오지 않음', 'The webhook never comes'],
  'webhook-twice': ['웹훅이 두 번 옴', 'The webhook comes twice'],
  'webhook-late': ['웹훅이 한참 늦음', 'The webhook comes long after'],
  'webhook-early': ['웹훅이 먼저 옴', 'The webhook comes first'],
  'rest-error': ['REST API가 500으로 답함', 'REST API answers 500'],
  'rest-answer-lost': ['REST 처리는 되고 응답만 사라짐', 'REST call done, answer lost'],
  'amount-tampered': ['결제 금액 위변조', 'Amount tampered with'],
  'script-blocked': ['SDK 스크립트 차단', 'SDK script blocked'],
  // Switched on in the payment window's own drawer.
  declined: ['카드사·은행이 거절', 'Declined by the card company or bank'],
  'limit-exceeded': ['한도 초과·잔액 부족', 'Over the limit or not enough balance'],
  'card-data-invalid': ['카드 정보 오류', 'Card details not accepted'],
  configuration: ['상점 설정 오류', 'Shop set-up refused'],
  'system-error': ['결제사 시스템 오류', 'Gateway system error'],
  'callback-twice': ['콜백이 두 번 옴', 'The callback comes twice'],
  'confirm-down': ['확인 서버가 응답하지 않음', 'Confirmation server is down'],
  'confirm-slow': ['확인 서버가 느림', 'Confirmation server is slow'],
  'prepared-amount-differs': ['사전 등록 금액과 다름', 'Differs from the prepared amount'],
  'order-number-used': ['이미 쓴 주문번호', 'Order number used before'],
  'never-answers': ['결제창이 열리지 않음', 'The window never opens'],
  'webhooks-reordered': ['웹훅 순서가 바뀜', 'Webhooks come in the wrong order'],
  'rest-slow': ['REST API가 느림', 'REST API is slow'],
  'rest-timeout': ['REST API가 답하지 않음', 'REST API never answers'],
  'token-expires': ['토큰을 한 번만 쓸 수 있음', 'A token is good for one call'],
}

/** Those that this page offers; what befalls the buyer is in the payment window's drawer. */
export const offeredFaults: readonly string[] = Object.keys(faultWords).slice(0, 9)
