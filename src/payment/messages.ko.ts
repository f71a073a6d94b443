import type { Messages } from './messages.js'

/** Korean words: what a buyer reads when nothing else is asked for. */
export const ko: Messages = {
  pay: (price) => `${price} 결제하기`,
  'pay-vbank': () => '가상계좌 발급받기',
  preparing: '결제를 준비하고 있어요',
  'press-again': '한 번 더 눌러 주세요',
  'in-window': '결제창에서 진행해 주세요',
  confirming: '결제를 확인하고 있어요',
  paid: '결제가 완료됐어요',
  'awaiting-deposit': '입금을 기다리고 있어요',
  dismissed: '결제를 그만뒀어요. 결제된 금액은 없어요.',
  retry: '다시 결제하기',
  failed: '결제하지 못했어요',
  'needs-check': '결제 내용 다시 확인하기',
  unconfirmed: '결제 결과 다시 확인하기',
  shopProblem: '상점 설정에 문제가 있어 결제하지 못했어요. 결제된 금액은 없어요. 상점에 알려 주세요.',
  tryAgain: '주문을 준비하지 못했어요. 결제된 금액은 없어요. 다시 시도해 주세요.',
  blocked:
    '결제창을 열지 못했어요. 결제된 금액은 없어요. 네트워크와 차단 프로그램을 확인하고 다시 시도해 주세요.',
  oneAtATime:
    '다른 결제가 진행 중이에요. 이 주문에서 결제된 금액은 없어요. 그 결제를 마친 뒤 다시 시도해 주세요.',
  otherTab: '다른 탭에서 이 주문을 결제하고 있어요. 여기서 결제된 금액은 없어요. 그 탭에서 계속해 주세요.',
  previousUnconfirmed:
    '앞선 주문이 결제됐을 수 있어요. 다시 결제하지 말고 잠시 뒤 결과를 다시 확인해 주세요.',
  declined:
    '결제를 승인받지 못했어요. 결제된 금액은 없어요. 다른 결제 수단을 쓰거나 카드사·은행·통신사에 문의해 주세요.',
  limit: '한도나 잔액이 부족해요. 결제된 금액은 없어요. 다른 결제 수단으로 다시 시도해 주세요.',
  cardData: '입력한 정보가 맞지 않아요. 결제된 금액은 없어요. 확인하고 다시 시도해 주세요.',
  gatewayBusy: '결제사에 일시적인 문제가 있어요. 결제된 금액은 없어요. 잠시 뒤 다시 시도해 주세요.',
  alreadyPaid: '이미 결제된 주문일 수 있어요. 다시 결제하지 말고 주문 내역을 확인해 주세요.',
  paidButDiffers: '결제는 됐지만 내용이 주문과 달라요. 다시 결제하지 말고 상점에 문의해 주세요.',
  refunded: '일부 또는 전부 환불된 결제예요. 환불 내역은 상점에 문의해 주세요.',
  checking: '결제됐을 수 있어요. 다시 결제하지 말고 잠시 뒤 결과를 다시 확인해 주세요.',
}
