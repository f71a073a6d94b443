import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Fault } from '../../../src/sandbox/sandbox.types.js'
import { byShinhan, call, createCore, onLegacyPc, openWindow, refusal, send, tokenOf } from './sandboxCore.js'

afterEach(() => {
  vi.useRealTimers()
})

describe('거절', () => {
  const decline = (fault: Fault, pg: string, payMethod = 'card') => {
    const core = createCore({ faults: [fault] })
    const { impUid } = openWindow(core, { pg, pay_method: payMethod }, onLegacyPc)
    const choices = {
      card: byShinhan,
      trans: { method: 'trans', bankCode: '004' },
      phone: { method: 'phone', carrier: 'SKT' },
    } as const
    return core.gateway.approve(impUid, choices[payMethod as keyof typeof choices])
  }

  test.each<[Fault, string, string, string, string]>([
    [
      'declined',
      'tosspayments',
      'card',
      'REJECT_CARD_COMPANY',
      '[REJECT_CARD_COMPANY] 결제 승인이 거절되었습니다.',
    ],
    ['declined', 'uplus', 'card', '3000', '카드사 거절'],
    ['declined', 'uplus', 'phone', '208', '정지/해지된 폰입니다.'],
    [
      'limit-exceeded',
      'tosspayments',
      'card',
      'REJECT_CARD_PAYMENT',
      '[REJECT_CARD_PAYMENT] 한도초과 혹은 잔액부족으로 결제에 실패했습니다.',
    ],
    ['limit-exceeded', 'uplus', 'trans', '526', '예금잔액 부족'],
    [
      'card-data-invalid',
      'tosspayments',
      'card',
      'INVALID_CARD_NUMBER',
      '[INVALID_CARD_NUMBER] 카드번호를 다시 확인해주세요.',
    ],
    ['configuration', 'uplus', 'card', 'M024', '계약된 결제수단이 아닙니다. 상점으로 문의하세요.'],
    [
      'system-error',
      'tosspayments',
      'card',
      'FAILED_INTERNAL_SYSTEM_PROCESSING',
      '[FAILED_INTERNAL_SYSTEM_PROCESSING] 내부 시스템 처리 작업이 실패했습니다. 잠시 후 다시 시도해주세요.',
    ],
    ['system-error', 'uplus', 'card', 'S001', '결제서버오류발생(시스템에러)'],
  ])('%s in %s by %s is the real code %s', (fault, pg, payMethod, error_code, error_msg) => {
    expect(decline(fault, pg, payMethod)).toMatchObject({
      success: false,
      status: 'failed',
      error_code,
      error_msg,
    })
  })

  test('the order can be paid once the fault is off', () => {
    const core = createCore({ faults: ['declined'] })
    core.gateway.approve(openWindow(core).impUid, byShinhan)
    core.faults.clear()
    expect(core.gateway.approve(openWindow(core).impUid, byShinhan)).not.toHaveProperty('error_code')
  })
})

test('the gateway approves another amount than the order had', async () => {
  const core = createCore({ faults: ['amount-tampered'] })
  const { impUid, amount } = openWindow(core)
  core.gateway.approve(impUid, byShinhan)
  expect(amount).toBe(55_000)
  expect((await call(core, 'GET', `/payments/${impUid}`)).response).toMatchObject({
    status: 'paid',
    amount: 100,
  })
})

test('the window does not open when another amount was prepared, or the number is used', () => {
  const core = createCore({ faults: ['prepared-amount-differs'] })
  expect(refusal(core).error_msg).toContain('사전 등록된 결제 금액')
  core.faults.set('order-number-used')
  expect(refusal(core).error_msg).toContain('이미 승인 완료 되거나')
  expect(refusal(core, {}, onLegacyPc).error_code).toBe('F1002')
})

test('lookups are down while tokens and refunds go on', async () => {
  const core = createCore({ faults: ['confirm-down'] })
  const { impUid } = openWindow(core)
  core.gateway.approve(impUid, byShinhan)
  for (const path of [
    `/payments/${impUid}`,
    '/payments/find/order_no_0001',
    `/payments?imp_uid[]=${impUid}`,
  ]) {
    expect(await call(core, 'GET', path)).toMatchObject({ status: 500, code: -1, response: null })
  }
  expect((await call(core, 'POST', '/payments/cancel', { imp_uid: impUid })).code).toBe(0)
})

test('a slow lookup answers after eight seconds, not before', async () => {
  const core = createCore({ faults: ['confirm-slow'] })
  const { impUid } = openWindow(core)
  const token = await tokenOf(core)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  let answered = false
  const lookup = send(core, 'GET', `/payments/${impUid}`, { Authorization: token }).then((answer) => {
    answered = true
    return answer
  })
  await vi.advanceTimersByTimeAsync(7_900)
  expect(answered).toBe(false)
  await vi.advanceTimersByTimeAsync(200)
  expect((await lookup).response.imp_uid).toBe(impUid)
})

describe('스위치', () => {
  test('listeners hear every change until they leave', () => {
    const { faults } = createCore()
    const heard: string[] = []
    const leave = faults.subscribe(() => heard.push(faults.active.join('+')))
    faults.set('declined', 'callback-lost', 'declined')
    faults.clear()
    leave()
    faults.set('declined')
    expect(heard).toEqual(['declined+callback-lost', ''])
  })

  test('the list is the same object while nothing changes', () => {
    const core = createCore({ faults: ['declined'] })
    const before = core.faults.active
    openWindow(core)
    expect(core.faults.active).toBe(before)
  })

  test('an unknown fault is named, and nothing changes', () => {
    const { faults } = createCore({ faults: ['declined'] })
    expect(() => faults.set('toString' as Fault)).toThrow(/toString.*declined, limit-exceeded/)
    expect(faults.active).toEqual(['declined'])
  })
})
