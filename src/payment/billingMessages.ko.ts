import type { BillingMessages } from './billingMessages.js'

/** Korean words of card registration. */
export const billingKo: BillingMessages = {
  'card-register': '카드 등록하기',
  'card-preparing': '카드 등록을 준비하고 있어요',
  'card-press-again': '한 번 더 눌러 주세요',
  'card-in-window': '카드 등록창에서 진행해 주세요',
  'card-confirming': '카드 등록을 확인하고 있어요',
  'card-registered': '카드를 등록했어요',
  'card-dismissed': '카드 등록을 그만뒀어요. 등록된 카드는 없어요.',
  'card-retry': '다시 등록하기',
  'card-failed': '카드를 등록하지 못했어요',
  'card-unconfirmed': '등록 결과 다시 확인하기',
  'card-free': '카드만 등록해요. 지금 결제되는 금액은 없어요.',
  'card-shopProblem': '상점 설정에 문제가 있어 카드를 등록하지 못했어요. 상점에 알려 주세요.',
  'card-tryAgain': '카드 등록을 준비하지 못했어요. 다시 시도해 주세요.',
  'card-blocked': '카드 등록창을 열지 못했어요. 네트워크와 차단 프로그램을 확인하고 다시 시도해 주세요.',
  'card-oneAtATime': '다른 결제나 등록이 진행 중이에요. 먼저 하던 것을 마친 뒤 다시 시도해 주세요.',
  'card-otherTab': '다른 탭에서 이 카드를 등록하고 있어요. 그 탭에서 계속해 주세요.',
  'card-previousUnconfirmed':
    '앞서 한 결제나 등록의 결과를 아직 확인하지 못했어요. 확인한 뒤 다시 등록해 주세요.',
  'card-declined': '카드사가 등록을 승인하지 않았어요. 다른 카드를 쓰거나 카드사에 문의해 주세요.',
  'card-limit': '이 카드로는 등록할 수 없어요. 다른 카드로 다시 시도해 주세요.',
  'card-cardData':
    '카드 정보가 맞지 않아요. 카드 번호, 유효기간, 생년월일, 비밀번호를 확인하고 다시 입력해 주세요.',
  'card-gatewayBusy': '카드사에 일시적인 문제가 있어요. 잠시 뒤 다시 시도해 주세요.',
  'card-alreadyPaid': '이미 처리된 등록일 수 있어요. 등록된 카드를 먼저 확인해 주세요.',
  'card-paidButDiffers': '등록된 카드가 요청과 달라요. 상점에 문의해 주세요.',
  'card-refunded': '취소된 등록이에요. 다시 등록해 주세요.',
  'card-checking': '카드가 등록됐을 수 있어요. 아직 확인하지 못했으니 잠시 뒤 확인해 주세요.',
}
