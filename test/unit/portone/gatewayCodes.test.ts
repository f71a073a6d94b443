import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TossModule } from '../../../src/payment/order.js'
import { paymentErrorCodes } from '../../../src/payment/PaymentError.js'
import { gatewayCodeGroups } from '../../../src/portone/gatewayCodeGroups.js'
import { explainGatewayCode } from '../../../src/portone/gatewayCodes.js'
import { readOutcome } from '../../../src/portone/readOutcome.js'
import fixture from './gatewayCodes.fixture.json'

/** Module, category, code, group, and PortOne's message where it decides. */
const rows = fixture.rows as [TossModule | 'portone', string, string, string, string?][]

/** The sheet's groups in the kit's words. Refunds and successes are no payment window's business. */
const meanings: Record<string, string> = {
  buyer_cancelled: 'dismissed',
  card_declined: 'DECLINED',
  limit_or_balance: 'LIMIT_EXCEEDED',
  invalid_card_data: 'CARD_DATA_INVALID',
  merchant_configuration: 'GATEWAY_CONFIGURATION',
  system: 'GATEWAY_SYSTEM',
  refund: 'GATEWAY_SYSTEM',
  success: 'GATEWAY_SYSTEM',
}
const methods: Record<string, string> = { card: 'card', transfer: 'trans', phone: 'phone', common: 'vbank' }
/** Grouped with set-up errors by the gateways; here the money comes first. */
const mayBePaid = ['F1002', 'ALREADY_PROCESSED_PAYMENT', 'DUPLICATED_ORDER_ID', 'S007']

const tossModule = (module: TossModule | 'portone') => (module === 'portone' ? undefined : module)
const words = (codes: string) => codes.trim().split(/\s+/)

test.each(rows.filter(([module]) => module !== 'portone'))(
  '%s, %s: %s is %s',
  (module, category, code, group) => {
    const refusal = { message: null, module: tossModule(module), payMethod: methods[category] ?? 'card' }
    const meaning = mayBePaid.includes(code) ? 'ALREADY_PAID' : meanings[group]
    expect(explainGatewayCode({ ...refusal, code })).toBe(meaning)
  },
)

test('every row of the sheet that is not system, refund or success is in the tables, once', () => {
  const counts: Record<string, number> = fixture.counts
  const sheet = (module: string, group: string, categories: string[]) =>
    categories.reduce((sum, category) => sum + (counts[`${module} ${category} ${group}`] ?? 0), 0)
  const check = (codes: Partial<Record<string, string>>, module: string, categories: string[]) => {
    const all = Object.values(codes).flatMap((list) => words(list ?? ''))
    expect(new Set(all).size).toBe(all.length)
    const moved = all.filter((code) => mayBePaid.includes(code)).length
    for (const [group, meaning] of Object.entries(meanings)) {
      if (meaning === 'GATEWAY_SYSTEM') continue
      let expected = sheet(module, group, categories)
      if (meaning === 'GATEWAY_CONFIGURATION') expected -= moved
      // PAY_PROCESS_ABORTED is told apart by its message instead.
      if (module === 'tosspayments' && meaning === 'DECLINED') expected -= 1
      expect([module, meaning, codes[meaning] ? words(codes[meaning]).length : 0]).toEqual([
        module,
        meaning,
        expected,
      ])
    }
  }
  check(gatewayCodeGroups.tosspayments, 'tosspayments', ['window', 'approve', 'billing'])
  for (const [category, codes] of Object.entries(gatewayCodeGroups.uplus)) check(codes, 'uplus', [category])
})

test('the names of the new module and the codes of the legacy one never collide', () => {
  const all = (tables: object[]) =>
    tables.flatMap((codes) => Object.values(codes).flatMap((list) => words(list)))
  const legacy = new Set(all(Object.values(gatewayCodeGroups.uplus)))
  expect(all([gatewayCodeGroups.tosspayments]).filter((name) => legacy.has(name))).toEqual([])
})

describe('a code alone is not unique', () => {
  const say = (code: string, payMethod: string, message: string | null = null) =>
    explainGatewayCode({ code, message, module: 'uplus', payMethod })

  test('14 is card data for a card and unknown for a transfer', () => {
    expect(say('14', 'card')).toBe('CARD_DATA_INVALID')
    expect(say('14', 'trans')).toBe('GATEWAY_SYSTEM')
  })

  test('704 is a buyer who did not call for a phone, and a refund’s for a transfer', () => {
    expect(say('704', 'phone')).toBe('dismissed')
    expect(say('704', 'trans')).toBe('GATEWAY_SYSTEM')
  })

  test('a code without a table of its method is looked for among the common ones', () => {
    expect(say('M003', 'card')).toBe('GATEWAY_CONFIGURATION')
    expect(say('M003', 'vbank')).toBe('GATEWAY_CONFIGURATION')
    expect(say('8554', 'vbank')).toBe('GATEWAY_SYSTEM')
  })

  test('without a method it is read as a card’s', () => {
    expect(explainGatewayCode({ code: '8554', message: null, module: 'uplus' })).toBe('DECLINED')
  })

  test('leading zeros count for nothing', () => {
    expect(say('0014', 'card')).toBe('CARD_DATA_INVALID')
    expect(say('0000', 'card')).toBe('GATEWAY_SYSTEM')
  })

  test('a legacy code is understood even when the module is not known, as on a return page', () => {
    expect(explainGatewayCode({ code: 'S053', message: null })).toBe('dismissed')
    expect(explainGatewayCode({ code: 'FS01', message: null, module: 'tosspayments' })).toBe('DECLINED')
    expect(explainGatewayCode({ code: 'FDS_ERROR', message: null, module: 'uplus' })).toBe('DECLINED')
  })
})

describe('the message decides', () => {
  test('결제 승인이 거절된 것과 계약하지 않은 결제수단은 코드가 같다', () => {
    const code = 'PAY_PROCESS_ABORTED'
    const contract = '[PAY_PROCESS_ABORTED] Toss Payments와 계약된 결제수단(SSG)이 아닙니다.'
    expect(explainGatewayCode({ code, message: '결제 진행 중 승인에 실패하여 결제가 중단되었습니다.' })).toBe(
      'DECLINED',
    )
    expect(explainGatewayCode({ code, message: contract })).toBe('GATEWAY_CONFIGURATION')
    expect(explainGatewayCode({ code: null, message: contract })).toBe('GATEWAY_CONFIGURATION')
    expect(explainGatewayCode({ code, message: null })).toBe('DECLINED')
  })

  test('a code in brackets before the message is read when the code itself is unknown', () => {
    expect(explainGatewayCode({ code: 'X', message: '[REJECT_CARD_PAYMENT] 한도초과' })).toBe(
      'LIMIT_EXCEEDED',
    )
    expect(explainGatewayCode({ code: null, message: '[INVALID_CARD_NUMBER] 카드번호' })).toBe(
      'CARD_DATA_INVALID',
    )
  })

  test('giving up is recognised by its words', () => {
    expect(explainGatewayCode({ code: 'ZZ', message: '[결제포기] 사용자가 결제를 취소하셨습니다' })).toBe(
      'dismissed',
    )
  })
})

describe('PortOne’s own codes', () => {
  test.each(rows.filter(([module]) => module === 'portone'))('%s, %s: %s', (_, __, code, ___, message) => {
    const meaning = explainGatewayCode({ code: code, message: message ?? null })
    const expected =
      code === 'F1002' || message?.includes('승인')
        ? 'ALREADY_PAID'
        : message
          ? 'REDIRECT_URL_REQUIRED'
          : 'GATEWAY_CONFIGURATION'
    expect(meaning).toBe(expected)
  })
})

test('what the outcome reader says at once is what the sheet says, or GATEWAY_SYSTEM', () => {
  let known = 0
  for (const [module, , code, group] of rows) {
    const outcome = readOutcome({ imp_uid: 'imp_1', success: false, error_code: code })
    const said = outcome.said === 'failed' ? outcome.code : outcome.said
    if (module === 'portone' || said === 'GATEWAY_SYSTEM') continue
    known++
    expect([code, said]).toEqual([code, mayBePaid.includes(code) ? 'ALREADY_PAID' : meanings[group]])
  }
  expect(known).toBeGreaterThan(0)
})

test('unknown codes are a system error, and nothing is ever thrown or paid', () => {
  expect(explainGatewayCode({ code: 'NEVER_HEARD_OF', message: '?' })).toBe('GATEWAY_SYSTEM')
  expect(explainGatewayCode({ code: null, message: null })).toBe('GATEWAY_SYSTEM')
  const text = fc.option(fc.oneof(fc.string(), fc.constantFrom('constructor', '__proto__', '[', '0', '00')))
  fc.assert(
    fc.property(text, text, fc.string(), (code, message, payMethod) => {
      const meaning = explainGatewayCode({ code, message, payMethod })
      expect(meaning === 'dismissed' || meaning in paymentErrorCodes).toBe(true)
    }),
  )
})
