import { fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { PaymentErrorCode } from '../../../src/index.js'
import { closeShop, openShop, orderOf, recordOf, type Shop } from '../openShop.js'

afterEach(() => closeShop())
const press = () => fireEvent.click(screen.getByRole('button'))
const state = () => screen.getByRole('button').dataset.state
const stored = () => Object.values({ ...sessionStorage, ...localStorage }).join()
const order = orderOf({
  buyer: {
    name: '김토스',
    email: 'buyer@shop.kr',
    tel: '01012345678',
    addr: '서울 강남구',
    postcode: '06133',
  },
  customData: { secret: 'C0FFEE' },
})
const ids = { imp_uid: 'imp_1', merchant_uid: order.merchantUid }
const show = ({ kit, show }: Shop) => show(<kit.TossCheckoutButton order={order} />)

/** A window was opened and the page reloaded while it was open. */
async function reloaded(during?: (shop: Shop) => Promise<void>): Promise<Shop> {
  const before = await openShop()
  show(before)
  press()
  await during?.(before)
  return openShop({ clean: false })
}

describe('새로고침을 위한 기억', () => {
  it('구매자의 이름, 연락처, 주소와 customData는 저장하지 않는다', async () => {
    const shop = await openShop()
    show(shop)
    press()
    expect(stored()).toContain(order.merchantUid)
    for (const personal of ['김토스', 'buyer@', '0101', '강남', '06133', 'C0FFEE']) {
      expect(stored()).not.toContain(personal)
    }
  })

  it.each([
    ['결제 완료', ids, recordOf(order), 'paid'],
    [
      '거절',
      { ...ids, error_code: 'F500', error_msg: '채널 없음' },
      recordOf(order, { status: 'failed' }),
      'failed',
    ],
    ['그만둠', { ...ids, error_code: 'USER_CANCEL' }, null, 'dismissed'],
    ['확인되지 않음', ids, null, 'unconfirmed'],
  ] as const)('%s: 확실히 끝났을 때만 지운다', async (_, response, record, status) => {
    const shop = await openShop()
    show(shop)
    shop.server(() => record)
    press()
    shop.imp.answer(response)
    await shop.pass(60_000)
    expect(state()).toBe(status)
    expect(sessionStorage.length + localStorage.length).toBe(status === 'unconfirmed' ? 2 : 0)
  })

  it('결제창이 열린 채 새로고침하면 서버에 묻고, 결제됐으면 그 주문의 버튼이 안다', async () => {
    const shop = await reloaded()
    shop.server(() => recordOf(order))
    show(shop)
    await shop.pass()
    expect(state()).toBe('paid')
    expect(shop.ends).toMatchObject([{ status: 'paid' }])
    expect(shop.imp.calls).toEqual([])
  })

  it('성공을 들은 뒤 새로고침하면, 서버가 모른다고 해서 그만둔 것이 되지 않는다', async () => {
    const shop = await reloaded(async ({ imp, pass, server }) => {
      server(() => new Promise(() => {}))
      imp.answer(ids)
      await pass()
    })
    show(shop)
    await shop.pass(60_000)
    expect(shop.asked[0]).toEqual({ merchantUid: order.merchantUid, impUid: 'imp_1' })
    expect(state()).toBe('unconfirmed')
  })

  it('확인 중인 주문이 있으면 다른 주문은 결제창을 열지 않는다', async () => {
    const shop = await reloaded()
    shop.server(() => new Promise(() => {}))
    const { kit } = shop
    shop.show(<kit.TossCheckoutButton order={orderOf()} />)
    press()
    expect(shop.imp.calls).toEqual([])
    expect(state()).toBe('failed')
  })

  it('새로고침이 끊은 카드 등록은 결제로 이어지지 않고, 등록 화면이 나타날 때까지 기다린다', async () => {
    const customerUid = 'member-7_c0ffee0123456789'
    const { merchantUid } = order
    const register = ({ kit: { BillingKeyRegister } }: Shop, confirm: () => Promise<never>) => (
      <BillingKeyRegister
        method="window"
        pg="tosspayments"
        customerUid={customerUid}
        order={{ merchantUid, name: '카드 등록' }}
        confirm={confirm}
      />
    )
    const before = await openShop()
    before.show(register(before, async () => null as never))
    press()
    const elsewhere = await openShop({ clean: false })
    elsewhere.show(<elsewhere.kit.TossCheckoutButton order={orderOf()} />)
    await elsewhere.pass(60_000)
    expect([elsewhere.asked, elsewhere.ends]).toEqual([[], []])
    const back = await openShop({ clean: false })
    const record = { customerUid, merchantUid, impUid: 'imp_1', status: 'registered' }
    back.show(register(back, async () => record as never))
    await back.pass(60_000)
    expect(state()).toBe('registered')
  })

  it('새로고침 뒤의 끝은 화면이 늦게 나타나도 한 번씩만 알린다', async () => {
    const shop = await reloaded()
    shop.server(() => recordOf(order))
    const onPaid = vi.fn()
    const { rerender } = shop.show(null)
    await shop.pass()
    expect(shop.ends).toHaveLength(1)
    const { TossCheckoutButton, TossCheckoutProvider } = shop.kit
    rerender(
      <TossCheckoutProvider {...shop.settings} onSettled={(outcome) => shop.ends.push(outcome)}>
        <TossCheckoutButton order={order} onPaid={onPaid} />
        <TossCheckoutButton order={order} onPaid={onPaid} />
      </TossCheckoutProvider>,
    )
    await shop.pass()
    expect(onPaid).toHaveBeenCalledTimes(1)
    expect(shop.ends).toHaveLength(1)
  })

  it.each(['not json', 'null', '{}', '{"merchantUid":1,"amount":"x"}', '[]'])(
    '망가진 기억(%s)은 없는 것과 같다',
    async (text) => {
      closeShop()
      sessionStorage.setItem('react-toss-checkout', text)
      const shop = await openShop({ clean: false })
      show(shop)
      await shop.pass()
      expect(shop.asked).toEqual([])
      press()
      expect(shop.imp.calls).toHaveLength(1)
    },
  )
})

const unreachable = () => {
  throw new TypeError('Failed to fetch')
}
const used = { imp_uid: null, error_code: 'F1002', error_msg: '이미 결제가 이루어진 거래건입니다.' }
/** How each failure with money in it comes about, and what becomes of it. */
const moneyEnds: [PaymentErrorCode, object, Parameters<Shop['server']>[0], 'failed' | 'unconfirmed'][] = [
  ['AMOUNT_MISMATCH', ids, () => recordOf(order, { amount: 100 }), 'failed'],
  ['CURRENCY_MISMATCH', ids, () => recordOf(order, { currency: 'USD' }), 'failed'],
  ['ORDER_MISMATCH', ids, () => recordOf(orderOf()), 'failed'],
  ['ALREADY_PAID', used, () => null, 'failed'],
  ['REFUNDED', ids, () => recordOf(order, { cancelAmount: 1000 }), 'failed'],
  ['CONFIRM_UNREACHABLE', ids, unreachable, 'unconfirmed'],
  ['CONFIRM_REJECTED', ids, () => 'paid', 'unconfirmed'],
  ['CONFIRM_PENDING', ids, () => null, 'unconfirmed'],
]

/** The payment ended so, and the buyer came back: by a reload or Back, or in another tab. */
async function cameBack(
  [, response, answer]: (typeof moneyEnds)[number],
  how: 'reload' | 'tab' = 'reload',
): Promise<Shop> {
  await reloaded(async ({ imp, pass, server }) => {
    server(answer)
    imp.answer(response)
    await pass(60_000)
  })
  if (how === 'tab') sessionStorage.clear()
  return openShop({ clean: false })
}

describe('돈이 나갔거나 나갔을지 모르는 끝', () => {
  it('돈이 나갔을 수 있는 오류는 여기 있는 것뿐이다', async () => {
    const { paymentErrorCodes } = await import('../../../src/payment/PaymentError.js')
    const codes = Object.entries(paymentErrorCodes).filter(([, { charged }]) => charged !== 'no')
    // In part only: what is left is still the shop's. And an address without an order has nothing to be asked about.
    const here = [...moneyEnds.map(([code]) => code), 'RETURN_UNREADABLE']
    expect(
      codes
        .map(([code]) => code)
        .concat('REFUNDED')
        .sort(),
    ).toEqual(here.sort())
  })

  describe.each(moneyEnds)('%s', (...end) => {
    const [code, , answer, status] = end

    it('새로고침한 뒤에도 같은 오류를 보이고, 눌러도 결제창 대신 다시 묻는다', async () => {
      const shop = await cameBack(end)
      shop.server(answer)
      show(shop)
      await shop.pass(60_000)
      expect(shop.ends).toMatchObject([{ status, error: { code } }])
      expect(state()).toBe(status)
      const asked = shop.asked.length
      press()
      await shop.pass(60_000)
      expect(shop.asked.length).toBeGreaterThan(asked)
      expect(state()).toBe(status)
      expect(shop.imp.calls).toEqual([])
    })
  })

  describe.each(moneyEnds.filter(([, , , status]) => status === 'failed'))('%s', (...end) => {
    const [code, , answer] = end

    it('다른 탭도 알고, 그 탭에서도 두 번 결제하지 않는다', async () => {
      const shop = await cameBack(end, 'tab')
      shop.server(answer)
      show(shop)
      await shop.pass(60_000)
      expect(shop.ends).toMatchObject([{ status: 'failed', error: { code } }])
      press()
      await shop.pass(60_000)
      expect(shop.imp.calls).toEqual([])
    })

    it.each(['reload', 'tab'] as const)(
      '서버가 답하지 않아도(%s) 그 오류인 채로, 새 주문은 결제된다',
      async (how) => {
        const shop = await cameBack(end, how)
        shop.server(({ merchantUid }) => (merchantUid === order.merchantUid ? unreachable() : null))
        const next = orderOf()
        const { TossCheckoutButton } = shop.kit
        shop.show(
          <>
            <TossCheckoutButton order={order} />
            <TossCheckoutButton order={next} />
          </>,
        )
        const [first, second] = screen.getAllByRole('button') as [HTMLElement, HTMLElement]
        await shop.pass()
        fireEvent.click(second)
        expect(shop.imp.calls).toMatchObject([{ merchant_uid: next.merchantUid }])
        await shop.pass(60_000)
        expect(first.dataset).toMatchObject({ state: 'failed', charged: '' })
        expect(shop.ends).toMatchObject([{ merchantUid: order.merchantUid, error: { code } }])
      },
    )

    it('서버가 모른다고 해도 그만둔 것이 되지 않는다', async () => {
      const shop = await cameBack(end)
      shop.server(() => null)
      show(shop)
      await shop.pass(60_000)
      expect(shop.ends).toMatchObject([{ status: 'failed', error: { code } }])
    })

    it('상점이 바로잡아 결제 완료가 되거나 모두 돌려주면 그렇다고 하고 잊는다', async () => {
      for (const record of [
        recordOf(order),
        recordOf(order, { status: 'cancelled', cancelAmount: order.amount }),
      ]) {
        const shop = await cameBack(end, 'tab')
        shop.server(() => record)
        show(shop)
        await shop.pass(60_000)
        expect(shop.ends).toMatchObject([
          record.status === 'paid' ? { status: 'paid' } : { status: 'failed', error: { charged: 'no' } },
        ])
        expect(sessionStorage.length + localStorage.length).toBe(0)
        closeShop()
      }
    })
  })

  const mismatch = moneyEnds[0] as (typeof moneyEnds)[number]

  it('열려 있던 다른 탭에서 누르면, 그제야 알고 묻는다', async () => {
    const shop = await openShop()
    shop.server(mismatch[2])
    show(shop)
    localStorage.setItem(
      `react-toss-checkout.kept:${order.merchantUid}`,
      JSON.stringify({ amount: 55_000, currency: 'KRW', code: 'AMOUNT_MISMATCH', charged: 'yes' }),
    )
    press()
    await shop.pass(60_000)
    expect(shop.imp.calls).toEqual([])
    expect(shop.ends).toMatchObject([{ error: { code: 'AMOUNT_MISMATCH', charged: 'yes' } }])
  })

  it('주문 정보와 구매자는 남기지 않고, 주문번호와 금액만 남긴다', async () => {
    await cameBack(mismatch, 'tab')
    expect({ ...localStorage }).toEqual({
      [`react-toss-checkout.kept:${order.merchantUid}`]:
        '{"amount":55000,"currency":"KRW","code":"AMOUNT_MISMATCH","charged":"yes"}',
    })
  })

  it('서버가 주문을 만드는 버튼도 새로고침 뒤 그 오류를 보이고, 새 주문을 만들지 않는다', async () => {
    const shop = await cameBack(mismatch)
    shop.server(mismatch[2])
    const make = vi.fn(async () => orderOf())
    shop.show(<shop.kit.TossCheckoutButton order={make} />)
    await shop.pass(60_000)
    expect(state()).toBe('failed')
    press()
    await shop.pass(60_000)
    expect(make).not.toHaveBeenCalled()
    expect(shop.imp.calls).toEqual([])
  })

  it('다른 탭에서는, 서버가 주문을 만드는 버튼이 새 주문을 만들어 결제한다', async () => {
    const shop = await cameBack(mismatch, 'tab')
    const next = orderOf()
    shop.show(<shop.kit.TossCheckoutButton order={async () => next} />)
    await shop.pass()
    expect(state()).toBe('idle')
    press()
    await shop.pass()
    expect(shop.imp.calls).toMatchObject([{ merchant_uid: next.merchantUid }])
  })

  it('상점이 reset()으로 놓아주면 새로고침 뒤에도 다시 결제할 수 있다', async () => {
    const shop = await cameBack(mismatch)
    shop.server(mismatch[2])
    const { usePayment } = shop.kit
    function Pay() {
      const { state, reset } = usePayment({ merchantUid: order.merchantUid })
      return <button type="button" data-state={state.status} onClick={reset} />
    }
    shop.show(<Pay />)
    await shop.pass(60_000)
    press()
    await shop.pass()
    expect(state()).toBe('idle')
    expect(sessionStorage.length + localStorage.length).toBe(0)
  })

  it('카드 등록은 결제가 아니니, 이미 쓴 주문번호여도 모든 탭에 남기지 않는다', async () => {
    const shop = await openShop()
    shop.show(
      <shop.kit.BillingKeyRegister
        method="window"
        pg="tosspayments"
        customerUid="member-7_c0ffee0123456789"
        order={{ merchantUid: order.merchantUid, name: '카드 등록' }}
        confirm={async () => null}
      />,
    )
    press()
    shop.imp.answer(used)
    await shop.pass(60_000)
    expect(state()).toBe('failed')
    expect(localStorage).toHaveLength(0)
  })

  it('누구나 쓸 수 있는 주소로 온 불일치는 그 주문의 결제를 막지 않는다', async () => {
    history.replaceState(null, '', `/done?imp_uid=imp_of_other&merchant_uid=${order.merchantUid}`)
    const shop = await openShop({ clean: false })
    shop.server(({ impUid }) => (impUid ? recordOf(orderOf()) : null))
    const { usePaymentRedirect } = shop.kit
    const Done = () => <p>{usePaymentRedirect().state.status}</p>
    shop.show(<Done />)
    await shop.pass(60_000)
    expect(screen.getByText('failed')).toBeTruthy()
    history.replaceState(null, '', '/')
    const later = await openShop({ clean: false })
    show(later)
    press()
    expect(later.imp.calls).toHaveLength(1)
  })

  it.each(['not json', 'null', '{}', '{"code":"NO_SUCH","charged":"yes"}'])(
    '망가진 기억(%s)은 없는 것과 같다',
    async (text) => {
      closeShop()
      localStorage.setItem(`react-toss-checkout.kept:${order.merchantUid}`, text)
      const shop = await openShop({ clean: false })
      show(shop)
      press()
      expect(shop.imp.calls).toHaveLength(1)
    },
  )
})

describe('쿠키가 막힌 브라우저', () => {
  it('저장소가 던져도 결제는 그대로 된다', async () => {
    const refuse = () => {
      throw new DOMException('denied', 'SecurityError')
    }
    for (const method of ['getItem', 'setItem', 'removeItem'] as const) {
      vi.spyOn(Storage.prototype, method).mockImplementation(refuse)
    }
    const shop = await openShop({ clean: false })
    show(shop)
    shop.server(() => recordOf(order))
    press()
    expect(shop.imp.calls).toHaveLength(1)
    shop.imp.answer(ids)
    await shop.pass()
    expect(state()).toBe('paid')
    vi.restoreAllMocks()
  })

  it('저장소가 없어도, 돈이 나간 실패를 이 화면에서 다시 결제하지 않는다: 묻는 동안에도', async () => {
    for (const name of ['sessionStorage', 'localStorage'] as const) {
      vi.spyOn(globalThis, name, 'get').mockImplementation(() => {
        throw new DOMException('denied', 'SecurityError')
      })
    }
    const shop = await openShop({ clean: false })
    show(shop)
    shop.server(() => recordOf(order, { amount: 100 }))
    press()
    shop.imp.answer(ids)
    await shop.pass()
    expect(state()).toBe('failed')
    shop.server(() => new Promise(() => {}))
    for (const _ of ['asks', 'asks still']) {
      press()
      await shop.pass()
    }
    expect(shop.imp.calls).toHaveLength(1)
    vi.restoreAllMocks()
  })

  it('주문번호 없는 주문도 던지지 않고 실패로 끝난다', async () => {
    vi.spyOn(globalThis, 'sessionStorage', 'get').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError')
    })
    const shop = await openShop({ clean: false })
    shop.show(<shop.kit.TossCheckoutButton order={{ name: '겨울 니트', amount: 1 } as never} />)
    press()
    expect(shop.ends).toMatchObject([{ status: 'failed', error: { code: 'INVALID_MERCHANT_UID' } }])
    vi.restoreAllMocks()
  })
})
