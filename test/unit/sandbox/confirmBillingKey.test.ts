import { describe, expect, test } from 'vitest'
import { createSandboxCore } from '../../../src/sandbox/createSandboxCore.js'
import type { BuyerChoice, SandboxCore } from '../../../src/sandbox/sandbox.types.js'
import { call, onPc, openWindow } from './sandboxCore.js'

const card = { number: '4242-4242-4242-4242', expiry: '2099-12', birth: '820213', pwd2digit: '97' }
const typed: BuyerChoice = { method: 'billing', card }
const stopped: BuyerChoice = { method: 'billing', card: { ...card, number: '4000-0000-0000-9979' } }
const ids = { customerUid: 'card-1', merchantUid: 'register-1' }

const makeCore = () => createSandboxCore().core
const open = (core: SandboxCore, more = {}) =>
  openWindow(core, { merchant_uid: 'register-1', customer_uid: 'card-1', amount: 0, ...more }).impUid
const ask = (core: SandboxCore, query: Parameters<SandboxCore['confirmBillingKey']>[0] = ids) =>
  core.confirmBillingKey(query, { signal: new AbortController().signal })

describe('sandbox.confirmBillingKey', () => {
  test('등록이 끝났고 키가 있으면 registered, 카드는 가린 번호로', async () => {
    const core = makeCore()
    const impUid = open(core)
    core.gateway.approve(impUid, typed)
    const registered = {
      ...ids,
      impUid,
      status: 'registered',
      card: { code: '366', name: '신한카드', number: '424242******4242', type: 0 },
      registeredAt: expect.any(Number),
    }
    expect(await ask(core)).toEqual(registered)
    expect(await ask(core, { ...ids, impUid })).toEqual(registered)
    // Another browser came back: it knows the order number alone.
    expect(await ask(core, { ...ids, customerUid: '' })).toEqual(registered)
  })

  test('창이 아직 열려 있으면 ready, 거절되거나 그만뒀으면 failed와 까닭', async () => {
    const core = makeCore()
    const first = open(core)
    expect(await ask(core)).toEqual({ ...ids, impUid: first, status: 'ready' })
    core.gateway.approve(first, stopped)
    expect(await ask(core, { ...ids, impUid: first })).toEqual({
      ...ids,
      impUid: first,
      status: 'failed',
      failReason: '[INVALID_STOPPED_CARD] 정지된 카드 입니다.',
    })
    const second = open(core)
    core.gateway.giveUp(second)
    expect(await ask(core, { ...ids, impUid: second })).toMatchObject({ impUid: second, status: 'failed' })
  })

  test('먼저 등록한 키가 있어도, 이번 등록이 실패했으면 registered가 아니다', async () => {
    const core = makeCore()
    core.gateway.approve(open(core, { merchant_uid: 'register-0' }), typed)
    core.gateway.approve(open(core), stopped)
    expect(await ask(core)).toMatchObject({ status: 'failed' })
  })

  test('등록은 끝났는데 키가 지워졌으면 registered가 아니다', async () => {
    const core = makeCore()
    core.gateway.approve(open(core), typed)
    await call(core, 'DELETE', '/subscribe/customers/card-1')
    expect(await ask(core)).toMatchObject({ status: 'ready' })
  })

  test('한 번 실패하고 다시 등록했으면, 실패한 번호로 물어도 registered다', async () => {
    const core = makeCore()
    const failed = open(core)
    core.gateway.approve(failed, stopped)
    const done = open(core)
    core.gateway.approve(done, typed)
    expect(await ask(core, { ...ids, impUid: failed })).toMatchObject({ impUid: done, status: 'registered' })
  })

  test('남의 카드, 다른 주문, 그냥 결제는 등록이 아니다', async () => {
    const core = makeCore()
    const impUid = open(core)
    core.gateway.approve(impUid, typed)
    core.gateway.approve(openWindow(core, { merchant_uid: 'payment' }, onPc).impUid, {
      method: 'card',
      cardCode: '366',
      quota: 0,
    })
    expect(await ask(core, { ...ids, customerUid: 'card-2', impUid })).toBeNull()
    expect(await ask(core, { ...ids, merchantUid: 'register-2', impUid })).toBeNull()
    expect(await ask(core, { ...ids, merchantUid: 'payment' })).toBeNull()
  })

  test('서버가 죽어 있으면 모른다고 하지 않고 실패한다', async () => {
    const core = makeCore()
    core.gateway.approve(open(core), typed)
    core.faults.set('confirm-down')
    await expect(ask(core)).rejects.toThrow('500')
  })
})
