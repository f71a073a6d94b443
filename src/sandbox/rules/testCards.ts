import type { Reason } from '../gateway/gatewayReasons.js'

/** A card number with a fate of its own. */
export interface TestCard {
  /** As it is typed, with hyphens. */
  number: string
  /** What befalls whoever uses it. */
  what: string
  /** Whether a billing key is issued for it. */
  registers: boolean
  /**
   * Why a charge fails (in the words of Toss Payments' error list), and after how many that went through. They are
   * counted per registration: a card registered anew starts afresh.
   */
  declines: { after: number; reason: Reason } | null
  /** Neither its checksum nor its expiry is looked at. */
  unchecked?: true
}

/** Which card of the table a key stands for; all that the sandbox keeps of the number besides its masked form. */
export type TestCardName =
  | 'sample'
  | 'declined'
  | 'limit'
  | 'limit-after-three'
  | 'company-down'
  | 'lost'
  | 'stopped'
  | 'wrong-password'

const limit: Reason = ['REJECT_CARD_PAYMENT', '한도초과 혹은 잔액부족으로 결제에 실패했습니다.']

/**
 * The test cards. Any other number that passes the checksum works (4242-4242-4242-4242; 3782-822463-10005 as an
 * American Express). The sample is the one PortOne's 2022 page on Toss Payments prints, with expiries long past.
 */
export const testCards: Readonly<Record<TestCardName, TestCard>> = {
  sample: {
    number: '1234-1234-1234-1234',
    what: 'always accepted, whatever its expiry',
    registers: true,
    declines: null,
    unchecked: true,
  },
  declined: {
    number: '4000-0000-0000-0002',
    what: 'registers, then every charge is declined',
    registers: true,
    declines: { after: 0, reason: ['REJECT_CARD_COMPANY', '결제 승인이 거절되었습니다.'] },
  },
  limit: {
    number: '4000-0000-0000-9995',
    what: 'registers, then every charge exceeds the limit',
    registers: true,
    declines: { after: 0, reason: limit },
  },
  'limit-after-three': {
    number: '4000-0000-0000-0341',
    what: 'registers, works three times, then the limit is exceeded',
    registers: true,
    declines: { after: 3, reason: limit },
  },
  'company-down': {
    number: '4000-0000-0000-0119',
    what: 'registers, then the card company answers every charge with an error',
    registers: true,
    declines: {
      after: 0,
      reason: ['FAILED_CARD_COMPANY_RESPONSE', '카드사에서 에러가 발생했습니다. 잠시 후 다시 시도해 주세요.'],
    },
  },
  lost: {
    number: '4000-0000-0000-9987',
    what: 'reported lost: neither registers nor pays',
    registers: false,
    declines: { after: 0, reason: ['INVALID_CARD_LOST_OR_STOLEN', '분실 혹은 도난 카드입니다.'] },
  },
  stopped: {
    number: '4000-0000-0000-9979',
    what: 'stopped: neither registers nor pays',
    registers: false,
    declines: { after: 0, reason: ['INVALID_STOPPED_CARD', '정지된 카드 입니다.'] },
  },
  'wrong-password': {
    number: '4000-0000-0000-0127',
    what: 'its password never fits: neither registers nor pays',
    registers: false,
    declines: {
      after: 0,
      reason: ['INVALID_CARD_PASSWORD', '카드 정보를 다시 확인해주세요. (비밀번호)'],
    },
  },
}

/** The test card with this number, written with or without hyphens; null for any other number. */
export function testCardOf(number: string): TestCardName | null {
  const names = Object.keys(testCards) as TestCardName[]
  const digits = number.replaceAll('-', '')
  return names.find((name) => testCards[name].number.replaceAll('-', '') === digits) ?? null
}
