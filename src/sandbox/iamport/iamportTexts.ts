/** Words of the real SDK, letter for letter. Source: iamport.payment-1.1.5.js and 1.2.0.js. */
export const iamportTexts = {
  /** `request_pay()` without parameters. */
  noParams: '결제요청 파라메터가 누락되었습니다.',
  /** `request_pay` before `init`. */
  noCode: '판매자 코드가 설정되지 않았습니다. IMP.init()함수를 먼저 호출하세요.',
  /** Parameters that are null or cannot be written as JSON; the SDK appends a newline and the word `undefined`. */
  broken: '결제모듈 구동 중에 오류가 발생하였습니다. 페이지 새로고침 후 다시 시도해주세요.',
} as const
