import type { InstallmentMessages } from './componentMessages.js'

/** Korean words of `<InstallmentSelect>`. */
export const installmentKo: InstallmentMessages = {
  installmentLabel: '할부 기간',
  lumpSum: '일시불',
  monthsName: (months) => `${months}개월`,
  monthlyShare: (monthly) => `월 ${monthly}`,
  interestFree: '무이자',
  lastMonth: (last) => `마지막 달은 ${last}이에요.`,
  interestFreeNote: '이자 없이 나눠 내요.',
  interestExtra: '카드사에 따라 이자가 더해질 수 있어요.',
  belowMinimum: (minimum) => `할부는 ${minimum}부터 할 수 있어서 일시불로 결제돼요.`,
  lumpSumOnly: '이 주문은 일시불로 결제돼요.',
  installmentReplaced: (name) => `고른 기간은 이제 쓸 수 없어서 ${name}로 바꿨어요.`,
}
