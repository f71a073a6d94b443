import { fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { BillingKeyRecord } from '../../../src/index.js'
import { closeShop, openShop, type Shop } from '../openShop.js'

afterEach(closeShop)

const order = {
  merchantUid: 'card-0001',
  name: '정기구독 카드 등록',
  customerUid: 'member-7_c0ffee0123456789',
}
const registered: BillingKeyRecord = {
  customerUid: order.customerUid,
  merchantUid: order.merchantUid,
  impUid: 'imp_1',
  status: 'registered',
}
const onRegistered = vi.fn()
afterEach(() => onRegistered.mockClear())

const state = () => screen.getByRole('button').dataset.state

/** A membership page: its server mints the card's name with the order. */
function show(shop: Shop, answer: (query: object) => BillingKeyRecord | null) {
  const { BillingKeyRegister } = shop.kit
  const asked: object[] = []
  shop.show(
    <BillingKeyRegister
      method="window"
      pg="tosspayments"
      order={async () => order}
      confirm={async (query) => {
        asked.push(query)
        return answer(query)
      }}
      onRegistered={onRegistered}
    />,
  )
  return asked
}

async function comeBack(answer: BillingKeyRecord | null): Promise<object[]> {
  const shop = await openShop({ clean: false })
  const asked = show(shop, () => answer)
  await shop.pass(60_000)
  return asked
}
const returnAddress = `/membership?imp_uid=imp_1&merchant_uid=${order.merchantUid}`

describe('카드를 등록하고 휴대폰에서 돌아온 화면', () => {
  it('다시 열어도 등록을 또 알리지 않는다: 구독은 한 번 시작한다', async () => {
    const before = await openShop()
    show(before, () => null)
    fireEvent.click(screen.getByRole('button'))
    await before.pass(100)
    history.replaceState(null, '', returnAddress)
    await comeBack(registered)
    expect(onRegistered).toHaveBeenCalledTimes(1)
    await comeBack(registered)
    expect(state()).toBe('registered')
    expect(onRegistered).toHaveBeenCalledTimes(1)
  })

  it('아직 모른다고 알린 뒤 다시 열면, 등록되었음은 알린다', async () => {
    history.replaceState(null, '', returnAddress)
    await comeBack(null)
    expect(state()).toBe('unconfirmed')
    await comeBack(registered)
    expect(onRegistered).toHaveBeenCalledTimes(1)
  })

  it('다른 브라우저로 돌아오면 주문번호로 묻고, 그 주문의 카드만 등록으로 안다', async () => {
    history.replaceState(null, '', returnAddress)
    const asked = await comeBack(registered)
    expect(asked[0]).toEqual({ customerUid: '', merchantUid: order.merchantUid, impUid: 'imp_1' })
    expect(state()).toBe('registered')
  })

  it.each([null, 'card-0002'])(
    '다른 브라우저에 주문번호가 %s인 카드를 답하면 등록이 아니다',
    async (merchantUid) => {
      history.replaceState(null, '', returnAddress)
      await comeBack({ ...registered, merchantUid })
      expect(state()).toBe('failed')
      expect(onRegistered).not.toHaveBeenCalled()
    },
  )
})
