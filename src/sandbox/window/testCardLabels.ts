import type { TestCardName } from '../rules/testCards.js'

/** What becomes of each test card, in the drawer's order. */
export const testCardLabels: Record<TestCardName, { ko: string; en: string }> = {
  sample: { ko: '언제나 등록돼요', en: 'Always registers' },
  declined: { ko: '등록되지만 결제는 거절', en: 'Registers, charges declined' },
  limit: { ko: '등록되지만 결제는 한도 초과', en: 'Registers, charges over the limit' },
  'limit-after-three': { ko: '세 번 결제한 뒤 한도 초과', en: 'Three charges, then over the limit' },
  'company-down': { ko: '등록되지만 결제는 카드사 오류', en: 'Registers, charges hit an error' },
  lost: { ko: '분실 신고한 카드', en: 'Reported lost' },
  stopped: { ko: '정지된 카드', en: 'Stopped card' },
  'wrong-password': { ko: '비밀번호가 틀려요', en: 'Wrong password' },
}
